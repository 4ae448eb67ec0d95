import type { Payload, PayloadCodec } from '@temporalio/common';
import proto, { type temporal } from '@temporalio/proto';

type History = temporal.api.history.v1.IHistory;

const { EventType } = proto.temporal.api.enums.v1;

/**
 * The most timers that were running at one time, looked at whenever a workflow task begins: what one task does, it does
 * at once, though the history lists a timer it starts before the one it cancels.
 */
export function mostLiveTimers({ events }: History): number {
  const live = new Set<string>();
  let most = 0;
  for (const event of events ?? []) {
    switch (event.eventType) {
      case EventType.EVENT_TYPE_TIMER_STARTED:
        live.add(event.timerStartedEventAttributes?.timerId ?? '');
        break;
      case EventType.EVENT_TYPE_TIMER_FIRED:
        live.delete(event.timerFiredEventAttributes?.timerId ?? '');
        break;
      case EventType.EVENT_TYPE_TIMER_CANCELED:
        live.delete(event.timerCanceledEventAttributes?.timerId ?? '');
        break;
      case EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED:
        most = Math.max(most, live.size);
        break;
    }
  }
  return Math.max(most, live.size);
}

/** Everything a history says: as the engine stores it, and as whoever holds the keys reads its payloads. */
export async function textsOf(
  history: History,
  codec: PayloadCodec,
): Promise<{ stored: string; read: string }> {
  const stored = Buffer.from(proto.temporal.api.history.v1.History.encode(history).finish());
  const read: string[] = [];
  for (const payload of payloadsIn(history)) {
    const encoding = Buffer.from(payload.metadata?.encoding ?? []).toString();
    const [open] = encoding === 'binary/encrypted' ? await codec.decode([payload]) : [payload];
    read.push(Buffer.from(open?.data ?? []).toString('utf8'));
  }
  return { stored: stored.toString('utf8'), read: read.join('\n') };
}

function payloadsIn(value: unknown): Payload[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  if ('metadata' in value && 'data' in value && value.data instanceof Uint8Array) {
    return [value as Payload];
  }
  return Object.values(value).flatMap(payloadsIn);
}
