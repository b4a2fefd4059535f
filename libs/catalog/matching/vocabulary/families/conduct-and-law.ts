import type { Family } from '../family.js';

export const conduct: Family = {
  name: 'Conduct, equality and employment',
  source: 'US Title VII, FMLA, ADA and EEOC guidance; California SB 1343 and AB 1825; UK Equality Act 2010; AU Sex Discrimination Act 1984 and Fair Work Act 2009; NOM-035 (Mexico)',
  kind: 'subject',
  terms: `
    workplace harassment = harassment, anti harassment, anti-harassment, harassment prevention, preventing harassment, harassment and bullying, bullying and harassment, bullying harassment, bullying and harassment in the workplace, workplace bullying and harassment, respect in the workplace, respectful workplace, respect at work, workplace respect, appropriate workplace behaviour, appropriate behaviour, unlawful harassment, acoso, acoso laboral, prevencion del acoso, hostigamiento, dignity at work, civility, workplace civility, unacceptable behaviour, hostile work environment
    bullying < workplace harassment = workplace bullying, anti bullying, bullying prevention, bullying at work, mobbing, intimidation, hazing
    sexual harassment ~ workplace harassment = sexual harassment prevention, preventing sexual harassment, prevention of sexual harassment, POSH, sexual harassment awareness, acoso sexual, prevencion del acoso sexual, SB 1343, AB 1825, sexual harassment at work, title IX, sexual misconduct, positive duty, worker protection act
    harassment investigation ~ workplace harassment = investigating a harassment complaint, harassment complaint, harassment complaints, handling sexual harassment investigation, sexual harassment investigation, harassment investigations, investigating harassment, workplace investigations, workplace investigation, complaint investigation, investigating complaints, HR investigations
    discrimination ~ workplace harassment = anti discrimination, discrimination and EEO, EEO, equal employment opportunity, equal opportunity, discrimination prevention, workplace discrimination, discriminacion, EEO and anti discrimination, non-discrimination, equal opportunities, igualdad de oportunidades, retaliation, discrimination EEO
    diversity and inclusion = diversity, inclusion, DEI, D&I, EDI, diversity equity and inclusion, equality and diversity, equality diversity and inclusion, equality diversity and human rights, inclusive workplace, inclusive leadership, diversidad e inclusion, diversidad, workplace diversity, diversity awareness, ED&I, equality, belonging, allyship, LGBTQ, LGBTI awareness, LGBT
    unconscious bias = implicit bias, bias awareness, cognitive bias, sesgo inconsciente, sesgos inconscientes, bias
    cultural awareness = cultural competence, cultural competency, cultural safety, aboriginal and torres strait islander, indigenous cultural awareness, first nations, aboriginal cultural awareness, cross cultural awareness, cultural sensitivity, cultural diversity, competencia cultural, treaty of waitangi, cultural respect
    disability inclusion = reasonable adjustments, reasonable accommodation, ADA, americans with disabilities act, accessibility, AODA, web accessibility, accesibilidad, disability confidence, ADA compliance, workplace adjustments
    FMLA = family and medical leave act, family medical leave, leave management, parental leave, leave of absence, family leave, sick leave, leave entitlements
    wage and hour = FLSA, fair labor standards act, payroll, overtime rules, minimum wage, timekeeping, timesheets, nomina, pay equity, meal and rest breaks
    fair work = fair work act, employment law, labour law, labor law, industrial relations, employee relations, derecho laboral, union relations, employment legislation, workplace relations, labor relations
    recruitment and selection = recruitment, interviewing, interview skills, hiring, recruiting, selection interviewing, seleccion de personal, interviewing skills, hiring practices, right to work checks, I-9, pre employment checks, reclutamiento
    performance review = performance reviews, performance management, performance appraisal, appraisals, appraisal, conducting performance reviews, corrective counseling, corrective counselling, corrective counseling and performance reviews, managing performance, evaluacion del desempeno, underperformance, performance conversations, annual review
    disciplinary action = discipline, disciplinary, disciplinary procedure, progressive discipline, grievance, grievances, disciplinary and grievance, grievance handling, termination, misconduct, medidas disciplinarias, terminations, corrective action, disciplining employees
    absence management = attendance management, absenteeism, sickness absence, absentismo
    whistleblowing = whistleblower, whistle blowing, speaking up, speak up, raising concerns, public interest disclosure, freedom to speak up, denuncia de irregularidades, canal de denuncias, protected disclosures, whistleblower protection
    code of conduct = code of ethics, business ethics, ethics, business conduct, ethics and compliance, codigo de conducta, codigo de etica, etica, ethical conduct, standards of business conduct, ethical behaviour, code of business conduct, integrity at work, professional conduct, ethics awareness, employee handbook, ethics and code of conduct, standards of conduct
    conflict of interest = conflicts of interest, COI, conflicto de intereses, outside interests, outside employment
    anti-bribery and corruption = anti bribery, bribery, corruption, anti corruption, anticorruption, antibribery, ABC compliance, ABAC, bribery act, FCPA, foreign corrupt practices act, ISO 37001, soborno, anticorrupcion, anti soborno, bribery and corruption, facilitation payments, antisoborno, corrupcion, anti-bribery, fraud and corruption control
    gifts and hospitality = gifts and entertainment, gifts and benefits, gifts, hospitality and gifts, regalos
    anti-money laundering = AML, AML CTF, AML/CTF, money laundering, anti money laundering, counter terrorist financing, terrorist financing, KYC, know your customer, CDD, customer due diligence, bank secrecy act, BSA AML, lavado de dinero, blanqueo de capitales, prevencion del lavado de activos, PLD, SAR reporting, AML awareness, blanqueo
    fraud awareness = fraud, fraud prevention, anti fraud, fraud detection, fraude, internal fraud, fraud risk, failure to prevent fraud
    tax evasion = criminal finances act, facilitation of tax evasion, corporate criminal offence
    insider trading = market abuse, insider dealing, securities trading policy, MAR, informacion privilegiada, share trading, market conduct
    competition law = antitrust, anti trust, anti competitive, competition and consumer law, cartel, cartels, competition and antitrust, derecho de la competencia, libre competencia, price fixing, CCA competition
    consumer law = consumer protection, australian consumer law, ACL, fair trading, consumer duty, treating customers fairly, TCF, UDAAP, consumer rights, vulnerable customers, proteccion al consumidor, customer vulnerability
    trade sanctions = sanctions, sanctions compliance, export controls, export control, trade compliance, ITAR, EAR, OFAC, export compliance, international trade compliance, sanciones, economic sanctions, control de exportaciones
    modern slavery = human trafficking, trafficking, forced labour, forced labor, child labour, slavery, modern slavery awareness, human rights, esclavitud moderna, trata de personas, ethical sourcing, human trafficking awareness, labour exploitation, slavery and trafficking
    political donations = lobbying, political activity
    SOX = sarbanes oxley, internal controls, financial controls, J-SOX
    credit compliance = responsible lending, lending, fair lending, ECOA, consumer credit, TILA, mortgage, credito
    insurance compliance = insurance, general insurance code, financial services, SMCR, SM&CR, financial advice, ASIC RG 146, RG146, conduct rules
    corporate governance = governance, board governance, gobierno corporativo
    contract law = contracts, contract management, contratos, procurement, procurement policy, tendering
    intellectual property = copyright, patents, trademark, trade secrets, propiedad intelectual, IP protection
    records management = document control, document management, record retention, records retention, gestion documental, archiving
    social media = social media policy, social media use, redes sociales, social media awareness
    freedom of information = FOI, FOIA, public records, right to information, subject access request
  `,
};

export const security: Family = {
  name: 'Information security and privacy',
  source: 'NIST SP 800-50 and 800-53 (AT family), CIS Control 14, ISO/IEC 27001, PCI DSS requirement 12.6, EU GDPR, AU Privacy Act 1988, CCPA',
  kind: 'subject',
  terms: `
    cyber security awareness = cyber security, cybersecurity, cyber, cyber awareness, cyber safety, information security, information security awareness, security awareness, infosec, info sec, IT security, computer security, IT security awareness, information security basics, security awareness training, ciberseguridad, seguridad de la informacion, seguridad informatica, ISO 27001, ISO 27001 awareness, cyber security basics, cyber security essentials, online security, online safety, internet safety, cyber hygiene, data security, data security awareness, network security, cyber essentials, information assurance, concienciacion en ciberseguridad, NIST CSF, CIS controls, SOC 2, digital security
    phishing < cyber security awareness = phishing awareness, anti phishing, spear phishing, email security, email phishing, phish, smishing, vishing, suspicious emails, business email compromise, BEC, whaling, phishing simulation, suplantacion, email safety, scam emails, email scams
    social engineering < cyber security awareness = pretexting, tailgating, ingenieria social, impersonation, deepfake, deepfakes
    password security < cyber security awareness = passwords, password, password management, passphrases, strong passwords, multi factor authentication, multifactor authentication, MFA, 2FA, two factor authentication, contrasenas, account security, passkeys, authentication, credential hygiene
    malware < cyber security awareness = ransomware, virus protection, spyware, ransomware awareness, ransomware response, computer viruses, programa malicioso
    mobile device security < cyber security awareness = mobile security, BYOD, bring your own device, device security, removable media, USB security, laptop security, public wifi, secure remote access, VPN
    cyber incident response = security incident, cyber incident, data breach, data breach response, breach notification, incident response cyber, cyber incident reporting, notifiable data breaches, reporting security incidents, violacion de datos, security incident reporting, information security incident, security breach
    acceptable use = acceptable use policy, AUP, IT acceptable use, acceptable use of IT, computer use policy, internet use, email and internet use, uso aceptable, internet and email use, ICT acceptable use, computer usage policy
    information classification = data classification, information handling, classified information, document marking, data handling, protective security, security clearance, clasificacion de la informacion, CUI, controlled unclassified information, security classifications
    clear desk = clean desk, clear desk and screen, clear desk policy, clean desk policy, escritorio limpio
    insider threat = insider threats, insider risk, amenaza interna
    physical security = site security, building security, access control, premises security, seguridad fisica, facility security, workplace security, key control
    secure coding = OWASP, OWASP top 10, secure development, secure software development, application security, appsec, desarrollo seguro, devsecops, secure code
    cloud security = seguridad en la nube, cloud computing security
    privileged access = privileged user, system administrator security, admin accounts
    OT security = industrial control systems, ICS security, SCADA security, operational technology security, IEC 62443, OT cyber security
    penetration testing = ethical hacking, ethical hacker, pen testing, red team, CEH
    privacy and data protection = data protection, privacy, data privacy, GDPR, UK GDPR, DPA, personal data, personal information, privacy awareness, privacy act, privacy act 1988, CCPA, CPRA, data protection and privacy, privacy data protection, personal information protection, information privacy, PII, PIPEDA, LGPD, POPIA, FERPA, australian privacy principles, RGPD, proteccion de datos, proteccion de datos personales, privacidad, LOPD, LOPDGDD, data protection act, confidentiality, confidencialidad, client confidentiality, GDPR awareness, data protection GDPR, privacy and confidentiality, information governance, IG, data security and protection, GDPR essentials, DSPT, privacy principles, privacy compliance
    data protection officer = DPO, DPO certification, privacy officer
    PCI DSS = PCI, payment card, payment card security, card data, cardholder data, payment card industry, PCI compliance, card payments security, tarjetas de pago
    AI awareness = artificial intelligence, responsible AI, generative AI, AI ethics, AI literacy, ChatGPT, inteligencia artificial, AI act, AI policy, safe use of AI
    data literacy = data governance, data quality, data analytics
  `,
};
