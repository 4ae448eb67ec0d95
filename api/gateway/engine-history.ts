import type { Client } from '@temporalio/client';
import { connectClient, type TemporalSettings } from '../../platform/temporal/connection.js';
import { workflowIdOf } from '../../protocols/messages.js';

/** One thing the engine recorded of a run: its kind, the code it names, when. No payload, no id, no summary. */
export interface EngineEvent {
  readonly kind:
    | 'started'
    | 'told'
    | 'activity'
    | 'timer'
    | 'fired'
    | 'failed'
    | 'renewed'
    | 'ended';
  /** Name of a signal or an activity type; absent where the kind says all. */
  readonly code?: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The engine's own record of a run; undefined while the engine cannot be reached or knows no such run. */
export type ReadEngineHistory = (run: {
  readonly id: string;
  readonly protocol: string;
}) => Promise<readonly EngineEvent[] | undefined>;

const PATIENCE = 3_000;

/** Reads a run's history from the engine, connecting when first asked. Never throws, never waits long. */
export function engineHistory(
  settings: TemporalSettings,
  address?: string,
): { readonly read: ReadEngineHistory; close(): Promise<void> } {
  let connecting: Promise<Client> | undefined;
  const read: ReadEngineHistory = async ({ id, protocol }) => {
    connecting ??= connectClient(settings, address);
    try {
      const client = await connecting;
      const handle = client.workflow.getHandle(workflowIdOf(protocol, id));
      const { events } = await client.connection.withDeadline(Date.now() + PATIENCE, () =>
        handle.fetchHistory(),
      );
      return (events ?? []).flatMap(eventOf);
    } catch {
      connecting = undefined;
      return undefined;
    }
  };
  return {
    read: (run) => Promise.race([read(run), afterPatience()]),
    async close() {
      const client = await connecting?.catch(() => undefined);
      await client?.connection.close();
    },
  };
}

type HistoryEvent = NonNullable<
  Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>['events']
>[number];

function eventOf(event: HistoryEvent): EngineEvent[] {
  const at = Number(event.eventTime?.seconds ?? 0) * 1000 + (event.eventTime?.nanos ?? 0) / 1e6;
  const { workflowExecutionSignaledEventAttributes: told } = event;
  const { activityTaskScheduledEventAttributes: activity } = event;
  if (event.workflowExecutionStartedEventAttributes) return [{ kind: 'started', at }];
  if (told) return [{ kind: 'told', at, ...codeOf(told.signalName) }];
  if (activity) return [{ kind: 'activity', at, ...codeOf(activity.activityType?.name) }];
  if (event.timerStartedEventAttributes) return [{ kind: 'timer', at }];
  if (event.timerFiredEventAttributes) return [{ kind: 'fired', at }];
  if (event.activityTaskFailedEventAttributes) return [{ kind: 'failed', at }];
  if (event.workflowExecutionContinuedAsNewEventAttributes) return [{ kind: 'renewed', at }];
  if (event.workflowExecutionCompletedEventAttributes) return [{ kind: 'ended', at }];
  return [];
}

function codeOf(code: string | null | undefined): { code?: string } {
  return code ? { code } : {};
}

function afterPatience(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), PATIENCE).unref();
  });
}
