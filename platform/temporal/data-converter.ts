import type { DataConverter, LoadedDataConverter } from '@temporalio/common';
import { defaultPayloadConverter } from '@temporalio/common';
import type { Settings } from '../settings.js';
import { failureConverter } from './failure-converter.js';
import { payloadCodec } from './payload-codec.js';

/**
 * The data converter of workers. They load the failure converter by path, in this thread and in the
 * sandbox, so the path of its compiled `.js` is given.
 */
export function workerDataConverter(
  settings: Pick<Settings, 'secrets'>,
  failureConverterPath: string,
): DataConverter {
  return { failureConverterPath, payloadCodecs: [payloadCodec(settings.secrets.payloadKeys)] };
}

/** The same for clients, which take the converters themselves. */
export function dataConverter(settings: Pick<Settings, 'secrets'>): LoadedDataConverter {
  return {
    payloadConverter: defaultPayloadConverter,
    failureConverter,
    payloadCodecs: [payloadCodec(settings.secrets.payloadKeys)],
  };
}
