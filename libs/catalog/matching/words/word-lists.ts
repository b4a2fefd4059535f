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
  'capacitacao treinamento certificado certificacao validade vencimento reciclagem licenca formation attestation certificat recyclage renouvellement validite schulung lehrgang zertifikat ausbildung weiterbildung fortbildung auffrischung jahrliche jaehrliche jahrlich caces carnet carne';

/** Words for a course that repeats an earlier one. */
const REFRESHER_WORDS =
  'refresher refreshers refresh recert recertification recertify revalidation requalification requal retrain retraining reval reciclaje reciclagem recyclage auffrischung auffrischungskurs fortbildung maj herhaling ' +
  'aggiornamento agg rezertifizierung rezert wiederholungslehrgang wiederholungsunterweisung herh hercertificering recurrent reauthorisation reauthorization actualizacion atualizacao okresowe okresowy';

/** Words for what people do again and again. They ask for a refresher if there is one, but do not make a course one. */
const PERIODIC_WORDS =
  'annual annually yearly biennial triennial periodic renewal renewals renew renewing anual anuales renovacion renovacao ' +
  'annuel annuelle renouvellement annuale rinnovo jahrliche jahrlich jaehrliche jaehrlich jahresunterweisung erneuern ' +
  'verlangerung jaarlijks jaarlijkse vernieuwing verlenging';

/** Words for a course that people take first. */
const INITIAL_WORDS =
  'initial initiale inicial iniciacion novice erstausbildung ausbildung erstunterweisung erstschulung grundausbildung wstepne wstepny';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const stopWords = words(STOP_WORDS);
export const credentialWords = words(CREDENTIAL_WORDS);
export const refresherWords = words(REFRESHER_WORDS);
export const periodicWords = words(PERIODIC_WORDS);
export const initialWords = words(INITIAL_WORDS);
