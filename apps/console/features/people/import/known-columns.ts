import { FIELDS, type Field, type ImportKind } from './import-kinds.js';

/** Names of columns by their letters only, separated by blanks. */
type Names = string;

const USUAL_KEYS = {
  externalWorkerId:
    'externalid employeeid employeenumber employeeno empid empno staffid staffnumber staffno personnelid ' +
    'personnelnumber personnelno payrollid payrollnumber payrollno workerid workernumber',
  email: 'emailaddress mail workemail workemailaddress businessemail companyemail',
  learnerId: 'learnernumber lmsid',
};

/** How HR systems, licence registers and spreadsheets usually name the columns of the fields. */
const USUAL: Readonly<Record<ImportKind, Partial<Record<Field, Names>>>> = {
  workers: {
    ...USUAL_KEYS,
    name: 'fullname employeename displayname workername staffname employee',
    firstName: 'forename givenname',
    lastName: 'familyname surname',
    site: 'sitename location worklocation workplace office branch facility',
    role: 'jobtitle job jobrole position occupation',
    groups: 'group department departments dept team teams crew',
    active: 'isactive',
  },
  credentials: {
    ...USUAL_KEYS,
    name:
      'credential credentialname licence licencename licencetype license licensename licensetype certificate ' +
      'certificatename certification certificationname qualification qualificationname ticket competency',
    expiresAt: 'validuntil validto expires expireson expiry expirydate expiration expirationdate dateofexpiry',
  },
  onboarding: {
    ...USUAL_KEYS,
    step: 'stepname onboardingstep task taskname',
    doneAt: 'doneon completedon completedat completiondate datecompleted completeddate',
  },
};

/**
 * The field that each column means by its name: "External worker ID" is `externalWorkerId`, and so is "Employee no".
 * @returns null for a column that the engine would read by its name, although it is none of the fields
 */
export function knownColumns(kind: ImportKind, names: readonly string[]): ReadonlyMap<string, Field | null> {
  const known = new Map<string, Field | null>();
  for (const field of FIELDS[kind]) {
    const named = names.filter((name) => lettersOf(name) === field.toLowerCase());
    const usualNames = USUAL[kind][field]?.split(' ') ?? [];
    const usual = names.find((name) => usualNames.includes(lettersOf(name)));
    // In a list of credentials, the column "Name" beside "Licence" has the names of the people.
    const isOfPeople = kind === 'credentials' && field === 'name' && usual !== undefined;
    for (const name of named) known.set(name, isOfPeople ? null : field);
    if (usual !== undefined && (named.length === 0 || isOfPeople)) known.set(usual, field);
  }
  return known;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
}
