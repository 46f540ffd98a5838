import type { RouteObject } from 'react-router';
import { NotFoundPage } from './pages/not-found-page.tsx';

/** Everything below /work; the layout asks for the permissions of each part. */
export const workRoutes: RouteObject = {
  path: '/work',
  lazy: async () => ({
    Component: (await import('./pages/work/work-layout.tsx')).WorkLayout,
  }),
  children: [
    {
      index: true,
      lazy: async () => ({
        Component: (await import('./pages/work/work-home-page.tsx')).WorkHomePage,
      }),
    },
    {
      path: 'items',
      lazy: async () => ({
        Component: (await import('./pages/work/items/items-page.tsx')).ItemsPage,
      }),
    },
    {
      path: 'items/new',
      lazy: async () => ({
        Component: (await import('./pages/work/items/edit-item-page.tsx')).NewItemPage,
      }),
    },
    {
      path: 'items/:itemId',
      lazy: async () => ({
        Component: (await import('./pages/work/items/item-page.tsx')).ItemPage,
      }),
    },
    {
      path: 'items/:itemId/edit',
      lazy: async () => ({
        Component: (await import('./pages/work/items/edit-item-page.tsx')).EditItemPage,
      }),
    },
    {
      path: 'forms',
      lazy: async () => ({
        Component: (await import('./pages/work/forms/forms-page.tsx')).FormsPage,
      }),
    },
    {
      path: 'forms/blueprints/new',
      lazy: async () => ({
        Component: (await import('./pages/work/forms/edit-blueprint-page.tsx')).NewBlueprintPage,
      }),
    },
    {
      path: 'forms/blueprints/:blueprintId',
      lazy: async () => ({
        Component: (await import('./pages/work/forms/blueprint-page.tsx')).BlueprintPage,
      }),
    },
    {
      path: 'forms/blueprints/:blueprintId/edit',
      lazy: async () => ({
        Component: (await import('./pages/work/forms/edit-blueprint-page.tsx')).EditBlueprintPage,
      }),
    },
    {
      path: 'forms/:formId',
      lazy: async () => ({
        Component: (await import('./pages/work/forms/form-page.tsx')).FormPage,
      }),
    },
    {
      path: 'exams',
      lazy: async () => ({
        Component: (await import('./pages/work/exams/exams-page.tsx')).ExamsPage,
      }),
    },
    {
      path: 'exams/new',
      lazy: async () => ({
        Component: (await import('./pages/work/exams/edit-exam-page.tsx')).NewExamPage,
      }),
    },
    {
      path: 'exams/:examId',
      lazy: async () => ({
        Component: (await import('./pages/work/exams/exam-page.tsx')).ExamPage,
      }),
    },
    {
      path: 'exams/:examId/edit',
      lazy: async () => ({
        Component: (await import('./pages/work/exams/edit-exam-page.tsx')).EditExamPage,
      }),
    },
    {
      path: 'sittings',
      lazy: async () => ({
        Component: (await import('./pages/work/sittings/sittings-page.tsx')).SittingsPage,
      }),
    },
    {
      path: 'sittings/new',
      lazy: async () => ({
        Component: (await import('./pages/work/sittings/new-sitting-page.tsx')).NewSittingPage,
      }),
    },
    {
      path: 'sittings/:sittingId',
      lazy: async () => ({
        Component: (await import('./pages/work/sittings/sitting-page.tsx')).SittingPage,
      }),
    },
    {
      path: 'frameworks',
      lazy: async () => ({
        Component: (await import('./pages/work/frameworks/frameworks-page.tsx')).FrameworksPage,
      }),
    },
    {
      path: 'frameworks/new',
      lazy: async () => ({
        Component: (await import('./pages/work/frameworks/new-framework-page.tsx'))
          .NewFrameworkPage,
      }),
    },
    {
      path: 'frameworks/:id/draft',
      lazy: async () => ({
        Component: (await import('./pages/work/frameworks/edit-draft-page.tsx')).EditDraftPage,
      }),
    },
    {
      path: 'frameworks/:id',
      lazy: async () => ({
        Component: (await import('./pages/work/frameworks/framework-page.tsx')).FrameworkPage,
      }),
    },
    {
      path: 'certificates',
      lazy: async () => ({
        Component: (await import('./pages/work/certificates/certificates-work-page.tsx'))
          .CertificatesWorkPage,
      }),
    },
    {
      path: 'cases',
      lazy: async () => ({
        Component: (await import('./pages/work/cases/cases-page.tsx')).CasesPage,
      }),
    },
    {
      path: 'schemes',
      lazy: async () => ({
        Component: (await import('./pages/work/schemes/schemes-page.tsx')).SchemesPage,
      }),
    },
    {
      path: 'schemes/new',
      lazy: async () => ({
        Component: (await import('./pages/work/schemes/edit-scheme-page.tsx')).NewSchemePage,
      }),
    },
    {
      path: 'schemes/:schemeId',
      lazy: async () => ({
        Component: (await import('./pages/work/schemes/scheme-page.tsx')).SchemePage,
      }),
    },
    {
      path: 'schemes/:schemeId/issue',
      lazy: async () => ({
        Component: (await import('./pages/work/schemes/issue-page.tsx')).IssuePage,
      }),
    },
    {
      path: 'schemes/:schemeId/edit',
      lazy: async () => ({
        Component: (await import('./pages/work/schemes/edit-scheme-page.tsx')).EditSchemePage,
      }),
    },
    {
      path: 'practitioners',
      lazy: async () => ({
        Component: (await import('./pages/work/practitioners/practitioners-page.tsx'))
          .PractitionersPage,
      }),
    },
    {
      path: 'practitioners/new',
      lazy: async () => ({
        Component: (await import('./pages/work/practitioners/new-practitioner-page.tsx'))
          .NewPractitionerPage,
      }),
    },
    {
      path: 'practitioners/:id',
      lazy: async () => ({
        Component: (await import('./pages/work/practitioners/practitioner-page.tsx'))
          .PractitionerPage,
      }),
    },
    {
      path: 'agencies',
      lazy: async () => ({
        Component: (await import('./pages/work/agencies/agencies-page.tsx')).AgenciesPage,
      }),
    },
    {
      path: 'signing-keys',
      lazy: async () => ({
        Component: (await import('./pages/work/operations/signing-keys-page.tsx')).SigningKeysPage,
      }),
    },
    {
      path: 'accounts',
      lazy: async () => ({
        Component: (await import('./pages/work/accounts/accounts-page.tsx')).AccountsPage,
      }),
    },
    {
      path: 'accounts/new',
      lazy: async () => ({
        Component: (await import('./pages/work/accounts/new-account-page.tsx')).NewAccountPage,
      }),
    },
    {
      path: 'accounts/:id',
      lazy: async () => ({
        Component: (await import('./pages/work/accounts/account-page.tsx')).AccountPage,
      }),
    },
    {
      path: 'clients',
      lazy: async () => ({
        Component: (await import('./pages/work/clients/clients-page.tsx')).ClientsPage,
      }),
    },
    {
      path: 'clients/new',
      lazy: async () => ({
        Component: (await import('./pages/work/clients/new-client-page.tsx')).NewClientPage,
      }),
    },
    {
      path: 'dead-letters',
      lazy: async () => ({
        Component: (await import('./pages/work/operations/dead-letters-page.tsx')).DeadLettersPage,
      }),
    },
    {
      path: 'audit',
      lazy: async () => ({
        Component: (await import('./pages/work/operations/audit-page.tsx')).AuditPage,
      }),
    },
    { path: '*', Component: NotFoundPage },
  ],
};
