/** What calls for data to come back from a role. */
export interface Cause {
  /** Events, or `step:outcome`. */
  readonly by: readonly string[];
  /** Not once the person was received: who looks after them there keeps what they need. */
  readonly beforeArrival?: true;
  /** Only what these steps sent. */
  readonly from?: readonly string[];
}

/** What one protocol owes to whoever takes back their word, or may not be sent there after all. */
export interface Demands {
  /** By role, what calls for its data; a role that is not named gives nothing back. */
  readonly recalls: Readonly<Record<string, readonly Cause[]>>;
  /** What is reported after every act. */
  readonly injected: readonly string[];
  /** Fact that holds once the person was received. */
  readonly arrived: string;
  /**
   * After an event data goes to these roles only once one of these answers was given anew; the roles' own part of a journey
   * that goes on for other reasons is not meant.
   */
  readonly anew: readonly {
    readonly after: string;
    readonly to: readonly string[];
    readonly answers: readonly string[];
    /** Not once the person was received. */
    readonly beforeArrival?: true;
    /** What these steps send says only that a journey is off; the hand-over withholds it from whoever was not told of one. */
    readonly except?: readonly string[];
  }[];
  /** After an event a departure, and a handover between States, each need all of these anew. */
  readonly again: readonly {
    readonly after: string;
    readonly departure: readonly (readonly string[])[];
    readonly handover: readonly (readonly string[])[];
  }[];
}

const all = (roles: string, ...causes: readonly Cause[]) =>
  Object.fromEntries(roles.split(' ').map((role) => [role, causes]));

const NO: Cause = {
  by: [
    'consent-revoked',
    'consent-reconfirmation:revoked',
    'departure:refuses-to-board',
    'consent:refused',
    'information-counselling:chooses-to-stay',
    'document-alternatives:stay',
  ],
};

const or = (...purposes: readonly string[]): Cause => ({
  by: [...NO.by, ...purposes.map((purpose) => `withdrawn-${purpose}`)],
});

/** By which the person says, each time anew, that they want to be contacted at home. */
const CONTACT = [
  'arrival-reception:received',
  'self-return-registration:registered',
  'self-return-registration:registered-with-children',
  'open-door:opted-in',
];
const ORIGIN = ['advance-notice:sent', 'pre-return-assessment:shared'];

const CONSENT = ['consent:given', 'consent:given-in-detention'];

/** What calls health in to see whether somebody can decide, which asks no consent. */
const CAPACITY_DOUBT = [
  'protection-vulnerability-screening:capacity-doubt',
  'asylum-effects-counselling:capacity-doubt',
];

const withdrawn = (purpose: string, to: readonly string[], answers: readonly string[]) => ({
  after: `withdrawn-${purpose}`,
  to,
  answers,
  except: ['withdrawal'],
});

export const VOLUNTARY: Demands = {
  recalls: {
    ...all('MIG-S', { ...NO, from: ['consent', 'impediment-opinion'] }),
    ...all('CON MFA', or('consulate')),
    ...all('LEGAL', { ...NO, from: ['consent'] }),
    ...all('HEA-S', { ...NO, from: ['consent', 'host-clearance'] }),
    ...all('REC', or('origin')),
    ...all('OPB', or('origin', 'contact')),
    ...all('MUN', or('municipality', 'support')),
    ...all('HEA-R LAB EDU SOC', or('support')),
    ...all('IOM', { ...or('support'), from: ['support-disbursement'] }),
  },
  injected: [
    'consent-revoked',
    'withdrawn-consulate',
    'withdrawn-origin',
    'withdrawn-contact',
    'withdrawn-municipality',
    'withdrawn-support',
  ],
  arrived: 'returned',
  anew: [
    withdrawn('consulate', ['CON', 'MFA'], ['document-check:consulate-agreed']),
    withdrawn('origin', ['REC'], ORIGIN),
    withdrawn('origin', ['OPB'], [...ORIGIN, ...CONTACT]),
    withdrawn(
      'support',
      ['HEA-R', 'MUN', 'LAB', 'EDU', 'SOC'],
      ['reintegration-offer:accepts', 'open-door:opted-in'],
    ),
    // That there will be no journey; it may be the authority whose procedure the person came from.
    {
      after: 'consent-revoked',
      to: ['MIG-S'],
      answers: [...CONSENT, 'withdrawal:withdrawn', 'withdrawal:wants-to-stay'],
    },
    {
      after: 'consent-revoked',
      to: ['CON', 'MFA'],
      answers: ['document-check:consulate-agreed'],
      except: ['withdrawal'],
    },
    {
      after: 'consent-revoked',
      to: ['REC'],
      answers: ORIGIN,
      except: ['withdrawal'],
    },
    {
      after: 'consent-revoked',
      to: ['OPB'],
      answers: [...ORIGIN, ...CONTACT],
      except: ['withdrawal'],
    },
    {
      after: 'consent-revoked',
      to: ['LEGAL'],
      answers: [...CONSENT, 'capacity-assessment:not-capable'],
    },
    { after: 'consent-revoked', to: ['HEA-S'], answers: [...CONSENT, ...CAPACITY_DOUBT] },
    {
      after: 'consent-revoked',
      to: ['HEA-R', 'MUN', 'LAB', 'EDU', 'SOC'],
      answers: ['reintegration-offer:accepts', 'open-door:opted-in'],
    },
  ],
  again: [
    {
      after: 'consent-revoked',
      departure: [CONSENT, ['consent-reconfirmation:reconfirmed']],
      // On the way the person may say that they did not mean it.
      handover: [[...CONSENT, 'withdrawal:not-withdrawn']],
    },
  ],
};

const STOPPED = [
  'consent-revoked',
  'disclosure-revoked',
  'new-risk-information',
  'pre-departure-check:revoked',
];
const DISCLOSED = ['disclosure-authorisation:given'];
const OBJECTION_GONE = [
  'options-and-decision:return',
  'alternatives-to-return:wishes-return',
  'bid-decision:return-family',
  'bid-decision:return-alternative-care',
];

export const VICTIM: Demands = {
  recalls: {
    ...all('CON MIG-R REC IOM', { by: STOPPED }),
    ...all('ATU-R CPA-R', { by: STOPPED, beforeArrival: true }),
    ...all('HEA-R LAB EDU SOC WOM', { by: ['consent-revoked', 'withdrawn-referrals'] }),
    ...all('HEA-S CSO-S', { by: ['withdrawn-assistance'] }),
    ...all('PROS', { by: ['consent-revoked'], from: ['justice-notice'] }),
    ...all('LEGAL', { by: ['consent-revoked', 'withdrawn-referrals'], from: ['referral'] }),
    ...all('CSO-R', {
      by: ['consent-revoked', 'withdrawn-programme'],
      from: ['reintegration-plan'],
    }),
  },
  injected: [
    'consent-revoked',
    'disclosure-revoked',
    'new-risk-information',
    'withdrawn-assistance',
    'withdrawn-referrals',
    'withdrawn-programme',
  ],
  arrived: 'received',
  anew: ['consent-revoked', 'disclosure-revoked', 'new-risk-information'].map((after) => ({
    after,
    to: ['CON', 'ATU-R', 'CPA-R'],
    answers: DISCLOSED,
    beforeArrival: true,
  })),
  again: [
    {
      after: 'consent-revoked',
      departure: [DISCLOSED, OBJECTION_GONE],
      handover: [OBJECTION_GONE],
    },
    { after: 'disclosure-revoked', departure: [DISCLOSED], handover: [] },
    {
      after: 'new-risk-information',
      departure: [DISCLOSED, ['risk-assessment:low', 'risk-assessment:manageable']],
      handover: [['non-refoulement-assessment:clear']],
    },
  ],
};

export const CHILD: Demands = {
  recalls: all('CON CPA-R MIG-R REC HEA-R EDU RC', {
    by: [
      'new-risk-information',
      'asylum-claim',
      'trafficking-indicator',
      'stay-requested',
      'international-protection-screening:indicated',
      'trafficking-screening:grounds',
    ],
    beforeArrival: true,
  }),
  injected: ['new-risk-information', 'asylum-claim', 'consent-revoked'],
  arrived: 'received',
  anew: [
    {
      after: 'asylum-claim',
      to: ['CON'],
      answers: ['international-protection-screening:none', 'asylum-hold:refused'],
    },
    {
      after: 'new-risk-information',
      to: ['CON'],
      answers: ['trafficking-screening:none'],
    },
  ],
  again: [
    {
      after: 'new-risk-information',
      departure: [['bid-decision:return-family', 'bid-decision:return-alternative-care']],
      handover: [['bid-decision:return-family', 'bid-decision:return-alternative-care']],
    },
    {
      after: 'asylum-claim',
      departure: [['bid-decision:return-family', 'bid-decision:return-alternative-care']],
      handover: [['bid-decision:return-family', 'bid-decision:return-alternative-care']],
    },
  ],
};

const NOT_RETURNED: Cause = {
  by: [
    'asylum-claim',
    'trafficking-indicator',
    'minority-claim',
    'new-risk-information',
    'status-granted',
    'individual-screening:asylum',
    'individual-screening:protected-handling',
  ],
  beforeArrival: true,
};
const REVOKED: Cause = { by: ['consent-revoked', 'withdrawn-support'] };
const CLEAR = ['non-refoulement-assessment:clear'];

export const DEPORTEE: Demands = {
  recalls: {
    ...all('CON MFA MIG-R CIV-R REC CPA-R POL-R', NOT_RETURNED),
    ...all('HEA-R', NOT_RETURNED, REVOKED),
    ...all('LAB EDU SOC', REVOKED),
    ...all('OPB', { by: ['consent-revoked', 'withdrawn-contact'] }),
    ...all('MUN', { by: ['consent-revoked', 'withdrawn-municipality'] }),
    ...all('IOM', { ...REVOKED, from: ['support-disbursement'] }),
  },
  injected: [
    'consent-revoked',
    'asylum-claim',
    'trafficking-indicator',
    'minority-claim',
    'new-risk-information',
  ],
  arrived: 'received',
  anew: [
    {
      after: 'asylum-claim',
      to: ['CON', 'MFA'],
      answers: ['asylum-hold:refused', 'asylum-hold:withdrawn', 'consular-notification:sent'],
    },
    {
      after: 'consent-revoked',
      to: ['MUN', 'LAB', 'EDU', 'SOC'],
      answers: ['reintegration-offer:accepts', 'open-door:opted-in', 'onward-transport:gone'],
    },
  ],
  again: ['asylum-claim', 'trafficking-indicator', 'new-risk-information'].map((after) => ({
    after,
    departure: [CLEAR],
    handover: [CLEAR],
  })),
};
