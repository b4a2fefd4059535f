/** Words without a meaning of their own, in English and the languages of the dictionaries. */
const STOP_WORDS =
  'a an the of in on at to for from with by via as is are be its into onto your our their his her this that these those how what which who when while during before after within per than then there all any each other more most ' +
  'de del la las los el una unos unas en con para por al sus que sobre ante como se des du le les pour avec aux au dans em da das dos nas der den dem des mit fur fuer von im zum zur bei beim wurde wurden sich ist wegen gegen zwischen wahrend auf vom am an nach und durch einer eines einem einen ein eine ins uber als sowie oder une leur leurs chez dans desde hasta nos nas aos uma ' +
  'della dello degli delle nel nella nei nelle sul sulla alla allo agli alle gli per dal dalla ' +
  'het een voor met te bij naar aan uit tot';

/** Words about a credential or a record, and not about its topic: what it is, when it is due, how it is taught. */
const CREDENTIAL_WORDS =
  'training trainings trained course courses certificate certificates certification certified cert certs licence licences license licenses licensed licensing ticket tickets card cards credential credentials qualification qualifications ' +
  'competency competencies competence competent accreditation accredited award awards endorsement endorsements diploma unit units refresher refreshers refresh renewal renewals renew renewing recert recertification recertify revalidation requalification requal retrain retraining reval ' +
  'annual annually yearly biennial triennial monthly quarterly periodic expiring expired expires expire expiry expiration exp due overdue lapsed lapsing outstanding missing required mandatory compulsory statutory assigned completion complete incomplete ' +
  'module modules elearning learning online class classes classroom workshop workshops session sessions webinar seminar toolbox talk briefing initial reminder update updated verification voc rpl ' +
  'curso cursos capacitacion formacion certificado certificacion licencia permiso renovacion vencido vencida vencimiento anual obligatorio obligatoria taller actualizacion reciclaje ' +
  'capacitacao treinamento certificado certificacao validade vencimento reciclagem licenca formation attestation certificat recyclage renouvellement validite schulung lehrgang zertifikat ausbildung weiterbildung fortbildung auffrischung jahrliche jaehrliche jahrlich jahrl caces carnet carne novice inicial initiale iniziale initieel initiele';

/** Words for a course that repeats an earlier one. */
const REFRESHER_WORDS =
  'refresher refreshers refresh renewal renewals renew renewing recert recertification recertify revalidation requalification requal retrain retraining reval reevaluation reinduction reciclaje reciclagem recyclage nachschulung maj herhaling ' +
  'aggiornamento agg rezertifizierung rezert herh hercertificering recurrent reauthorisation reauthorization actualizacion actualisation atualizacao okresowe okresowy ' +
  'renovacion renovacao renouvellement rinnovo erneuern verlangerung vernieuwing verlenging';

/** Words for what people do again and again. They ask for a refresher if there is one, but do not make a course one. */
const PERIODIC_WORDS =
  'annual annually yearly biennial triennial periodic anual anuales ' +
  'annuel annuelle annuale jahrliche jahrlich jaehrliche jaehrlich jahresunterweisung jahrl jaarlijks jaarlijkse';

/** Words for what was taken before: a refresher is right, and without one the initial course. */
const EXPIRED_WORDS = 'expiring expired expires lapsed lapsing caducado caducada caduca';

/** Words for a course that people take first. */
const INITIAL_WORDS =
  'initial initiale inicial iniciacion iniziale initieel initiele novice debutant debutante erstunterweisung erstschulung grundlehrgang grundseminar basiskurs basislehrgang basisopleiding basiscursus wstepne wstepny';

/** Last words of German compounds: "Ersthelferfortbildung", "Auffrischungskurs". */
const REFRESHER_COMPOUND = /(?:fortbildung|auffrischung|wiederholung)(?:s(?:kurs|schulung|lehrgang|unterweisung))?$/;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const stopWords = words(STOP_WORDS);
export const credentialWords = words(CREDENTIAL_WORDS);
export const periodicWords = words(PERIODIC_WORDS);
export const expiredWords = words(EXPIRED_WORDS);

const refresherWords = words(REFRESHER_WORDS);
const initialWords = words(INITIAL_WORDS);

/** Whether a word in lower case, without accents, says that a course repeats an earlier one. */
export function saysRefresher(word: string): boolean {
  return refresherWords.has(word) || REFRESHER_COMPOUND.test(word);
}

/** The same, that people take a course first: also "Staplerfahrerausbildung". */
export function saysInitial(word: string): boolean {
  return initialWords.has(word) || word.endsWith('ausbildung');
}
