import type { NoticeWords } from './words.js';

const seeTask = 'See the task (you need your account)';
const seeDetails = 'See the details (you need your account)';

const ifSilent = 'The page says what happens if you do not answer in time.';

export const wordsEn: NoticeWords = {
  kinds: {
    opened: {
      subject: 'New task',
      body: ['Your institution has a new task.'],
      due: 'Due',
      link: seeTask,
      ifSilent,
      tone: 'neutral',
    },
    reassigned: {
      subject: 'Task reassigned',
      body: ['A task that was with someone else now belongs to your institution.'],
      due: 'Due',
      link: seeTask,
      ifSilent,
      tone: 'neutral',
    },
    'nearly-due': {
      subject: 'Due soon: task to answer',
      body: ['A task is due soon and has no answer yet.'],
      due: 'Due',
      link: seeTask,
      ifSilent,
      tone: 'soon',
    },
    overdue: {
      subject: 'Overdue: task without an answer',
      body: ['The deadline of a task passed without an answer. It still has to be answered.'],
      due: 'It was due',
      link: seeTask,
      tone: 'late',
    },
    lapsed: {
      subject: 'Deadline passed: task closed',
      body: [
        'The deadline of a task passed without an answer and the protocol went on by itself. It no longer has to be answered.',
      ],
      due: 'It was due',
      link: seeTask,
      tone: 'late',
    },
    escalated: {
      subject: 'Urgent: task without an answer',
      body: ['A task is still without an answer and the notice moved to the next level.'],
      due: 'Deadline of the task',
      link: seeTask,
      tone: 'late',
    },
    withdrawn: {
      subject: 'Task withdrawn',
      body: ['A task was withdrawn. Your institution no longer has to answer it.'],
      link: seeDetails,
      tone: 'neutral',
    },
    suspended: {
      subject: 'Task suspended: do not continue',
      body: [
        'A task was suspended. Stop whatever is under way for this task and do not continue.',
        'We will tell you if it resumes.',
      ],
      link: seeDetails,
      tone: 'stop',
    },
    resumed: {
      subject: 'Task resumed',
      body: ['A task that was suspended has resumed. You can continue now.'],
      due: 'Due',
      link: seeTask,
      ifSilent,
      tone: 'neutral',
    },
    shared: {
      subject: 'Information shared',
      body: [
        'Information was shared with your institution. Sign in to see it and confirm receipt.',
      ],
      due: 'Confirm by',
      link: 'See the information (you need your account)',
      tone: 'neutral',
    },
    recalled: {
      subject: 'Information recalled: stop using it',
      body: [
        'Information that had been shared with your institution was recalled. Stop using it now.',
        'The page says what to do with copies.',
      ],
      due: 'Confirm by',
      link: seeDetails,
      tone: 'stop',
    },
    'recall-rests': {
      subject: 'Information is still out and cannot be asked back',
      body: [
        'In a matter information should come back, and contact with whoever holds it is stopped. Nobody has been asked.',
        'It will be asked for when the stop ends. Until then see what was shared, and what that means for the person.',
      ],
      link: seeDetails,
      tone: 'late',
    },
    vacant: {
      subject: 'A function is not assigned',
      body: [
        'A matter goes on and nobody fills one of its functions. Until then its tasks come to your institution, which cannot decide in place of whoever is competent.',
        'Assign an institution to each function that is missing.',
      ],
      link: seeDetails,
      tone: 'late',
    },
    unclaimed: {
      subject: 'Urgent: nobody received a matter',
      body: [
        'A matter was to go on and no protocol in force received it. Nobody leads it now.',
        'Your institution must take it over today.',
      ],
      link: seeDetails,
      tone: 'stop',
    },
    'second-needed': {
      subject: 'A second person is needed',
      body: [
        'An answer of your institution takes effect only when a second person confirms it.',
        'Whoever answered cannot confirm it. Any colleague or the supervisor can.',
      ],
      due: 'Confirm by',
      link: seeDetails,
      tone: 'neutral',
    },
    lowered: {
      subject: 'Protection lowered in a matter',
      body: [
        'Two people gave an answer that lowers the protection of the person a matter is about.',
        'Look at what was decided and why. If it is not right, say so today.',
      ],
      link: seeDetails,
      tone: 'late',
    },
    'lowered-soon': {
      subject: 'Urgent: protection lowered shortly before a departure',
      body: [
        'Two people gave an answer that lowers the protection of the person a matter is about, and a departure is planned within 72 hours of it.',
        'Look at it now, before the departure.',
      ],
      link: seeDetails,
      tone: 'stop',
    },
    ended: {
      subject: 'Matter concluded',
      body: ['A matter in which your institution takes part has concluded.'],
      link: seeDetails,
      tone: 'neutral',
    },
  },
  levels: {
    institution: 'You receive this notice as the institution responsible for the task.',
    supervisor: 'You receive this notice as supervisor or deputy of the responsible institution.',
    'lead-technical': 'You receive this notice as the technical level of the lead institution.',
    'lead-political': 'You receive this notice as the political level of the lead institution.',
    monitor: 'You receive this notice as a monitoring body.',
  },
  calendar:
    'The deadline is attached for your calendar, without any details. You can stop it in the notice preferences.',
  subjectDue: 'due',
  reference: 'Reference of this notice',
  address: 'Full address:',
  footer: [
    'You receive this mail because your institution registered this address for notices of Retorno.',
    'Replying to this mail has no effect: tasks are answered on the page, with your account.',
    'This notice contains no data about persons. We will never ask for your password by mail.',
  ],
};
