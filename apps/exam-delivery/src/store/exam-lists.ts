import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Exam } from '../domain/exam/exam.ts';
import { notFound } from '../use-cases/refusal-problem.ts';
import { examTable } from './exam.table.ts';

@Injectable()
export class ExamLists {
  constructor(private readonly database: DataSource) {}

  async all(page: { limit: number; offset: number }): Promise<{ items: Exam[]; total: number }> {
    const [items, total] = await this.database.manager.findAndCount(examTable, {
      order: { createdAt: 'DESC', examId: 'ASC' },
      take: page.limit,
      skip: page.offset,
    });
    return { items, total };
  }

  async one(examId: string): Promise<Exam> {
    const exam = await this.database.manager.findOneBy(examTable, { examId });
    if (exam === null) throw notFound();
    return exam;
  }
}
