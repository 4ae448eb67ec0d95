import {
  type MailFailure,
  MailRefused,
  type MailStage,
  MailUnavailable,
  MailUnknown,
} from './mail-errors.js';

/** The fields Nodemailer puts on its errors. */
interface SmtpFailure {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

const stages: Record<string, MailStage> = {
  'MAIL FROM': 'sender',
  'RCPT TO': 'recipient',
  DATA: 'message',
};

/**
 * Says what a failure of Nodemailer means. A server's answer decides; where none came, it depends
 * on whether the end of the message had been handed over (`handedOver`), because a server may take
 * a message only after its end.
 */
export function classifyFailure(
  error: unknown,
  handedOver: boolean,
): MailRefused | MailUnavailable | MailUnknown {
  const { code, command = '', response, responseCode } = (error ?? {}) as SmtpFailure;
  const failure: MailFailure = {
    stage: stages[command] ?? 'connection',
    responseCode,
    statusCode: /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1],
    response,
  };
  const answered =
    failure.stage !== 'connection' && responseCode !== undefined && responseCode >= 400;
  if (handedOver && !answered) return new MailUnknown(failure, code);
  // A refused sender is our own configuration: it says nothing against the address.
  if (answered && failure.stage !== 'sender' && isPermanent(responseCode)) {
    return new MailRefused(failure, code);
  }
  return new MailUnavailable(failure, code);
}

// 503 is about the order of commands in one session, the same mail may pass in the next.
function isPermanent(responseCode: number): boolean {
  return responseCode >= 500 && responseCode !== 503;
}
