import { permissionGroups } from '../../../api/accounts.ts';
import { CheckGroup } from '../../../components/check-group.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { checkedOf } from '../../../components/form-data.ts';

export interface PermissionChoiceProps {
  defaultValues?: readonly string[];
  onChange?: (permission: string, on: boolean) => void;
}

export function PermissionChoice({ defaultValues = [], onChange }: PermissionChoiceProps) {
  const { t, code } = useWords();
  return (
    <>
      {permissionGroups.map(([group, permissions]) => (
        <CheckGroup
          key={group}
          name={`permissions-${group}`}
          label={t(`accounts.groups.${group}`)}
          defaultValues={defaultValues}
          choices={permissions.map((value) => ({ value, label: code('permissions', value) }))}
          {...(onChange ? { onChange } : {})}
        />
      ))}
    </>
  );
}

export const permissionsOf = (data: FormData): string[] =>
  permissionGroups.flatMap(([group]) => checkedOf(data, `permissions-${group}`));
