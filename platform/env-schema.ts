import { z } from 'zod';
import { parseNamedKeys } from './named-keys.js';
import { logLevels } from './settings.js';
import { type BilingualText, bothLanguages } from './text.js';

const fault = (es: string, en: string): string => bothLanguages({ es, en } satisfies BilingualText);

const loopbackHosts = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

/** Whether a host name reaches this machine only. */
export function isLoopback(host: string): boolean {
  return loopbackHosts.has(host);
}

function urlWith(protocols: string[]): (value: string) => boolean {
  return (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

const keys = z.string().transform((value, context) => {
  const parsed = parseNamedKeys(value);
  if (parsed) return parsed;
  context.addIssue({
    code: 'custom',
    message: fault(
      'no es una clave de 32 bytes en base64 (o varias "id:clave" con coma). Genere una con: openssl rand -base64 32',
      'is not a key of 32 bytes in base64 (or several "id:key" with commas). Make one with: openssl rand -base64 32',
    ),
  });
  return z.NEVER;
});

const labels = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,60}(,[A-Za-z0-9._-]{1,60})*$/, {
    message: fault(
      'debe ser una etiqueta de clave, o varias con coma: letras, cifras, punto, guion y guion bajo',
      'must be a label of a key, or several with commas: letters, digits, dot, hyphen and underscore',
    ),
  })
  .transform((value) => value.split(','));

/** 90 days, 12 and 24 months: what is not needed any more must not be there to be taken. */
const RETENTION = 'contact=90,protection=365,identity=730';

const retention = z
  .string()
  .regex(/^contact=[0-9]{1,5},protection=[0-9]{1,5},identity=[0-9]{1,5}$/, {
    message: fault(
      `debe decir los días que se guarda cada clase de datos tras el último proceso, así: ${RETENTION}`,
      `must say for how many days each kind of data is kept after the last run, like this: ${RETENTION}`,
    ),
  })
  .default(RETENTION)
  .transform((value) => {
    const [contact, protection, identity] = value
      .split(',')
      .map((part) => Number(part.split('=')[1]));
    return { contact: contact!, protection: protection!, identity: identity! };
  });

/** `HUMAN_PACE` of the door: decisions about persons in so many minutes, and the how manieth with like reasons is held. */
const SERIES = 'short=6/10,long=20/60,alike=4';

const series = z
  .string()
  .default(SERIES)
  .transform((value, context) => {
    const parsed = /^short=(\d{1,6})\/(\d{1,4}),long=(\d{1,6})\/(\d{1,4}),alike=(\d{1,6})$/.exec(
      value,
    );
    const [short, shortFor, long, longFor, alike] = (parsed ?? []).slice(1).map(Number);
    if (short && shortFor && long && longFor && alike) {
      const isOrdered = short <= long && shortFor <= longFor && longFor <= 1440;
      if (isOrdered && alike >= 2) {
        return {
          short: { most: short, minutes: shortFor },
          long: { most: long, minutes: longFor },
          alike,
        };
      }
    }
    context.addIssue({
      code: 'custom',
      message: fault(
        `debe decir cuántas decisiones sobre personas puede dar una cuenta en cuántos minutos, en un plazo corto y en otro más largo (hasta 1440), y la cuántas con razones iguales se retiene (2 o más), así: ${SERIES}`,
        `must say how many decisions about persons an account may give in how many minutes, in a short time and a longer one (up to 1440), and the how manieth with like reasons is held (2 or more), like this: ${SERIES}`,
      ),
    });
    return z.NEVER;
  });

function publicUrlIsSafe(value: string): boolean {
  if (!urlWith(['http:', 'https:'])(value)) return false;
  const url = new URL(value);
  return url.protocol === 'https:' || isLoopback(url.hostname);
}

/** Shape of the environment. Each message says what is wrong and what to do. */
export const envSchema = z.object({
  DATABASE_URL: z
    .string()
    .refine(urlWith(['postgres:', 'postgresql:']), {
      message: fault(
        'no es una dirección de PostgreSQL. Escríbala así: postgresql://usuario:clave@servidor:5432/base',
        'is not a PostgreSQL address. Write it as postgresql://user:password@host:5432/database',
      ),
    })
    .optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/:]+(:[0-9]{1,5})$|^\[[0-9a-fA-F:]+\]:[0-9]{1,5}$/, {
      message: fault(
        'debe ser servidor:puerto, sin http://. Por ejemplo 127.0.0.1:7233',
        'must be host:port without http://. For example 127.0.0.1:7233',
      ),
    })
    .optional(),
  TEMPORAL_NAMESPACE: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/, {
      message: fault(
        'tiene signos no permitidos. Use letras, cifras, punto y guion',
        'has characters that are not allowed. Use letters, digits, dot and hyphen',
      ),
    })
    .default('retorno'),
  TEMPORAL_API_KEY: z.string().optional(),
  RETORNO_PORT: z
    .string()
    .refine((value) => /^[0-9]{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535, {
      message: fault(
        'debe ser un puerto entre 1 y 65535. Por ejemplo 8080',
        'must be a port from 1 to 65535. For example 8080',
      ),
    })
    .transform(Number)
    .default(8080),
  RETORNO_HOST: z.string().default('127.0.0.1'),
  RETORNO_PUBLIC_URL: z
    .string()
    .refine(publicUrlIsSafe, {
      message: fault(
        'debe ser una dirección https:// (http:// solo en este mismo equipo), porque por ella viajan datos de personas',
        'must be an https:// address (http:// only on this machine), because personal data travels over it',
      ),
    })
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  RETORNO_DATA_DIR: z.string().default('.data'),
  RETORNO_CACHE_DIR: z.string().optional(),
  RETORNO_PAYLOAD_KEY: keys.optional(),
  RETORNO_MASTER_KEY: keys.optional(),
  RETORNO_LOG_KEY: keys.optional(),
  RETORNO_PROTECTION_KEY: keys.optional(),
  RETORNO_PKCS11_MODULE: z.string().optional(),
  RETORNO_PKCS11_TOKEN: z.string().optional(),
  RETORNO_PKCS11_PIN: z.string().optional(),
  RETORNO_PKCS11_KEYS: labels.optional(),
  RETORNO_PKCS11_PROTECTION_KEYS: labels.optional(),
  RETORNO_RETENTION: retention,
  RETORNO_SERIES: series,
  CLAMD_ADDRESS: z
    .string()
    .regex(/^(\/[^\0]{1,200}|([^\s/:]+|\[[0-9a-fA-F:]+\]):[0-9]{1,5})$/, {
      message: fault(
        'debe ser servidor:puerto de clamd, o la ruta de su socket. Por ejemplo 127.0.0.1:3310 o /run/clamav/clamd.ctl',
        'must be host:port of clamd, or the path of its socket. For example 127.0.0.1:3310 or /run/clamav/clamd.ctl',
      ),
    })
    .optional(),
  SMTP_URL: z
    .string()
    .refine(urlWith(['smtp:', 'smtps:']), {
      message: fault(
        'no es una dirección de correo saliente. Escríbala así: smtps://usuario:clave@servidor:465',
        'is not an outgoing mail address. Write it as smtps://user:password@host:465',
      ),
    })
    .optional(),
  RETORNO_MAIL_CAUGHT: z
    .enum(['true', 'false'], {
      error: fault(
        'debe ser true o false. Diga true solo si SMTP_URL es el buzón de prueba, que no entrega nada a nadie',
        'must be true or false. Say true only if SMTP_URL is the mail catcher, which delivers to nobody',
      ),
    })
    .default('false'),
  RETORNO_WEBHOOK_LOOPBACK: z
    .enum(['true', 'false'], {
      error: fault(
        'debe ser true o false. Diga true solo en pruebas: las llamadas a sistemas de instituciones podrán ir a este mismo equipo',
        'must be true or false. Say true only in tests: calls to institutions\u2019 systems may then go to this machine',
      ),
    })
    .default('false'),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/, {
      message: fault(
        'no contiene una dirección de correo. Por ejemplo: Retorno <avisos@example.org>',
        'holds no mail address. For example: Retorno <avisos@example.org>',
      ),
    })
    .optional(),
  LOG_LEVEL: z
    .enum(logLevels, {
      error: fault(
        `debe ser una de estas palabras: ${logLevels.join(', ')}`,
        `must be one of these words: ${logLevels.join(', ')}`,
      ),
    })
    .default('info'),
});

/** The environment after `envSchema`. */
export type CheckedEnv = z.infer<typeof envSchema>;
