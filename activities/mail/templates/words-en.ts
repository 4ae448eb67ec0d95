import type { NoticeWords } from './words.js';

const seeTask = 'See the task (you need your account)';
const seeDetails = 'See the details (you need your account)';

const ifSilent = 'The page says what happens if you do not answer in time.';

export const wordsEn: NoticeWords = {
  kinds: {
    opened: {
      subject: 'New task',
      body: ['Answer the new task of your institution.'],
      due: 'Due',
      link: seeTask,
      ifSilent,
      tone: 'neutral',
    },
    reassigned: {
      subject: 'Task reassigned',
      body: ['Answer this task: it was with someone else and now belongs to your institution.'],
      due: 'Due',
      link: seeTask,
      ifSilent,
      tone: 'neutral',
    },
    'nearly-due': {
      subject: 'Due soon: task to answer',
      body: ['Answer the task: it is due soon and has no answer yet.'],
      due: 'Due',
      link: seeTask,
      ifSilent,
      tone: 'soon',
    },
    overdue: {
      subject: 'Overdue: task without an answer',
      body: ['Answer the task: its deadline passed and the answer is still needed.'],
      due: 'It was due',
      link: seeTask,
      tone: 'late',
    },
    lapsed: {
      subject: 'Deadline passed: task closed',
      body: [
        'Nothing is left to answer: the deadline of a task passed without an answer and the protocol went on by itself.',
      ],
      due: 'It was due',
      link: seeTask,
      tone: 'late',
    },
    escalated: {
      subject: 'Urgent: task without an answer',
      body: [
        'The task must be answered: it still has no answer and the notice moved to the next level.',
      ],
      due: 'Deadline of the task',
      link: seeTask,
      tone: 'late',
    },
    withdrawn: {
      subject: 'Task withdrawn',
      body: ['Your institution no longer has to answer: a task was withdrawn.'],
      link: seeDetails,
      tone: 'neutral',
    },
    suspended: {
      subject: 'Task suspended: do not continue',
      body: [
        'Do not continue: a task was suspended. Stop whatever is under way for this task.',
        'We will tell you if it resumes.',
      ],
      link: seeDetails,
      tone: 'stop',
    },
    resumed: {
      subject: 'Task resumed',
      body: ['You can continue and answer: a task that was suspended has resumed.'],
      due: 'Due',
      link: seeTask,
      ifSilent,
      tone: 'neutral',
    },
    shared: {
      subject: 'Information shared',
      body: [
        'Sign in to see the information that was shared with your institution and confirm receipt.',
      ],
      due: 'Confirm by',
      link: 'See the information (you need your account)',
      tone: 'neutral',
    },
    recalled: {
      subject: 'Information recalled: stop using it',
      body: [
        'Stop using now the information that had been shared with your institution: it was recalled.',
        'The page says what to do with copies.',
      ],
      due: 'Confirm by',
      link: seeDetails,
      tone: 'stop',
    },
    'recall-rests': {
      subject: 'Information is still out and cannot be asked back',
      body: [
        'See what information was shared in a matter and what that means for the person: it should come back, and contact with whoever holds it is stopped.',
        'Nobody has been asked. It will be asked for when the stop ends.',
      ],
      link: seeDetails,
      tone: 'late',
    },
    vacant: {
      subject: 'A function is not assigned',
      body: [
        'Assign an institution to each function that is missing: a matter goes on and nobody fills one of its functions.',
        'Until then its tasks come to your institution, which cannot decide in place of whoever is competent.',
      ],
      link: seeDetails,
      tone: 'late',
    },
    unclaimed: {
      subject: 'Urgent: nobody received a matter',
      body: [
        'Your institution must take over today a matter that nobody leads.',
        'It was to go on and no protocol in force received it.',
      ],
      link: seeDetails,
      tone: 'stop',
    },
    'second-needed': {
      subject: 'A second person is needed',
      body: [
        'Confirm an answer of your institution: it takes effect only when a second person confirms it.',
        'Whoever answered cannot confirm it. Any colleague or the supervisor can.',
      ],
      due: 'Confirm by',
      link: seeDetails,
      tone: 'neutral',
    },
    lowered: {
      subject: 'Protection lowered in a matter',
      body: [
        'Look at what was decided and why. If it is not right, say so today.',
        'Two people gave an answer that lowers the protection of the person a matter is about.',
      ],
      link: seeDetails,
      tone: 'late',
    },
    'lowered-soon': {
      subject: 'Urgent: protection lowered shortly before a departure',
      body: [
        'Look now, before the departure, at what was decided and why.',
        'Two people gave an answer that lowers the protection of the person a matter is about, and a departure is planned within 72 hours of it.',
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
