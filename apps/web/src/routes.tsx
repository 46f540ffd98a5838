import type { RouteObject } from 'react-router';
import { SignedIn } from './layout/signed-in.tsx';
import { Site } from './layout/site.tsx';
import { BrokenPage, NotFoundPage } from './pages/not-found-page.tsx';
import { StartPage } from './pages/start-page.tsx';
import { workRoutes } from './work-routes.tsx';

/** Pages are loaded when they are opened; work pages join as one more branch under SignedIn. */
export const routes: RouteObject[] = [
  // The exam fills the page: no header, no footer. Its own token opens it, so that a sign-in that
  // ends during the exam ends nothing.
  {
    HydrateFallback: () => null,
    errorElement: <BrokenPage />,
    children: [
      {
        path: '/exams/:sittingId/attempt',
        lazy: async () => ({
          Component: (await import('./pages/exam/player/exam-page.tsx')).ExamPage,
        }),
      },
      {
        path: '/practice/attempt',
        lazy: async () => ({
          Component: (await import('./pages/exam/practice/practice-attempt-page.tsx'))
            .PracticeAttemptPage,
        }),
      },
    ],
  },
  {
    Component: Site,
    HydrateFallback: () => null,
    errorElement: <BrokenPage />,
    children: [
      {
        errorElement: <BrokenPage />,
        children: [
          { path: '/', Component: StartPage },
          {
            path: '/sign-in/:uid',
            lazy: async () => ({
              Component: (await import('./pages/sign-in/sign-in-page.tsx')).SignInPage,
            }),
          },
          {
            path: '/frameworks',
            lazy: async () => ({
              Component: (await import('./pages/frameworks/frameworks-page.tsx')).FrameworksPage,
            }),
          },
          {
            path: '/frameworks/:id/:version',
            lazy: async () => ({
              Component: (await import('./pages/frameworks/framework-page.tsx')).FrameworkPage,
            }),
          },
          {
            path: '/frameworks/:id/:version/competencies/:code',
            lazy: async () => ({
              Component: (await import('./pages/frameworks/competency-page.tsx')).CompetencyPage,
            }),
          },
          {
            path: '/verify',
            lazy: async () => ({
              Component: (await import('./pages/verify/verify-page.tsx')).VerifyPage,
            }),
          },
          {
            path: '/verify/:code',
            lazy: async () => ({
              Component: (await import('./pages/verify/verify-page.tsx')).VerifyPage,
            }),
          },
          {
            path: '/practice',
            lazy: async () => ({
              Component: (await import('./pages/exam/practice/practice-page.tsx')).PracticePage,
            }),
          },
          // Needs no sign-in where this computer has the receipt: who has just handed in sees it, whatever
          // became of the sign-in meanwhile.
          {
            path: '/attempts/:attemptId/receipt',
            lazy: async () => ({
              Component: (await import('./pages/exam/after/receipt-page.tsx')).ReceiptPage,
            }),
          },
          {
            Component: SignedIn,
            children: [
              workRoutes,
              {
                path: '/exams/:sittingId',
                lazy: async () => ({
                  Component: (await import('./pages/exam/before/before-page.tsx')).BeforePage,
                }),
              },
              {
                path: '/attempts/:attemptId/result',
                lazy: async () => ({
                  Component: (await import('./pages/result/result-page.tsx')).ResultPage,
                }),
              },
              {
                path: '/certificates',
                lazy: async () => ({
                  Component: (await import('./pages/certificates/certificates-page.tsx'))
                    .CertificatesPage,
                }),
              },
              {
                path: '/certificates/:id',
                lazy: async () => ({
                  Component: (await import('./pages/certificates/certificate-page.tsx'))
                    .CertificatePage,
                }),
              },
              {
                path: '/certificates/:id/case',
                lazy: async () => ({
                  Component: (await import('./pages/cases/certificate-case-page.tsx'))
                    .CertificateCasePage,
                }),
              },
              {
                path: '/attempts/:attemptId/case',
                lazy: async () => ({
                  Component: (await import('./pages/cases/attempt-case-page.tsx')).AttemptCasePage,
                }),
              },
              {
                path: '/attempts/:attemptId/case/scoring',
                lazy: async () => ({
                  Component: (await import('./pages/cases/scoring-annex-page.tsx'))
                    .ScoringAnnexPage,
                }),
              },
              {
                path: '/national',
                lazy: async () => ({
                  Component: (await import('./pages/national/national-page.tsx')).NationalPage,
                }),
              },
              {
                path: '/account/password',
                lazy: async () => ({
                  Component: (await import('./pages/sign-in/change-password-page.tsx'))
                    .ChangePasswordPage,
                }),
              },
              {
                path: '/home',
                lazy: async () => ({
                  Component: (await import('./pages/home/home-page.tsx')).HomePage,
                }),
              },
            ],
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
];
