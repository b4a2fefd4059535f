import type { Family } from '../family.js';

export const conduct: Family = {
  name: 'Conduct, equality and employment',
  source:
    'US Title VII, FMLA, ADA and EEOC guidance; California SB 1343 and AB 1825; UK Equality Act 2010; AU Sex Discrimination Act 1984 and Fair Work Act 2009; NOM-035 (Mexico)',
  kind: 'subject',
  terms: `
    workplace harassment = harassment, anti harassment, anti-harassment, harassment prevention, preventing harassment, harassment and bullying, bullying and harassment, bullying harassment, bullying and harassment in the workplace, workplace bullying and harassment, respect in the workplace, respectful workplace, workplace respect, appropriate workplace behaviour, appropriate behaviour, unlawful harassment, acoso, acoso laboral, prevencion del acoso, hostigamiento, dignity at work, civility, workplace civility, unacceptable behaviour, hostile work environment, respectful workplaces
    retaliation ~ workplace harassment
    mobbing < workplace harassment
    bullying < workplace harassment = workplace bullying, anti bullying, bullying prevention, bullying at work, intimidation
    sexual harassment ~ workplace harassment = sexual harassment prevention, preventing sexual harassment, prevention of sexual harassment, POSH, sexual harassment awareness, acoso sexual, prevencion del acoso sexual, SB 1343, AB 1825, sexual harassment at work, sexual misconduct, positive duty, worker protection act
    harassment investigation ~ workplace harassment = investigating a harassment complaint, harassment complaint, harassment complaints, handling sexual harassment investigation, sexual harassment investigation, harassment investigations, investigating harassment, workplace investigations, workplace investigation, complaint investigation, investigating complaints, HR investigations
    discrimination ~ workplace harassment = anti discrimination, discrimination and EEO, EEO, equal employment opportunity, equal opportunity, discrimination prevention, workplace discrimination, discriminacion, EEO and anti discrimination, non-discrimination, equal opportunities, igualdad de oportunidades, discrimination EEO
    affirmative action ~ discrimination = OFCCP, affirmative action plan, USERRA
    diversity and inclusion = diversity, inclusion, DEI, D&I, EDI, diversity equity and inclusion, equality and diversity, equality diversity and inclusion, equality diversity and human rights, inclusive workplace, inclusive leadership, diversidad e inclusion, diversidad, workplace diversity, diversity awareness, ED&I, equality, belonging, allyship, LGBTQ, LGBTI awareness, LGBT
    women at work ~ diversity and inclusion = women in leadership, gender balance, gender equality
    unconscious bias = implicit bias, bias awareness, cognitive bias, sesgo inconsciente, sesgos inconscientes, bias
    cultural awareness = cultural competence, cultural competency, first nations, cross cultural awareness, cultural sensitivity, cultural diversity, competencia cultural, cultural respect, cultural competence in care
    first nations cultural awareness < cultural awareness = aboriginal cultural awareness, aboriginal and torres strait islander, indigenous cultural awareness, cultural safety aboriginal, first nations cultural safety, cultural safety, treaty of waitangi
    disability inclusion = reasonable adjustments, reasonable accommodation, ADA, americans with disabilities act, accessibility, AODA, accesibilidad, disability confidence, ADA compliance, workplace adjustments
    FMLA = family and medical leave act, family medical leave, leave management, parental leave, leave of absence, family leave, sick leave, leave entitlements
    wage and hour = FLSA, fair labor standards act, minimum wage, timekeeping, timesheets
    equal pay ~ wage and hour = pay equity, pay transparency
    overtime rules ~ wage and hour = meal and rest breaks, meal breaks, rest breaks
    fair work = fair work act, employment law, labour law, labor law, industrial relations, employee relations, derecho laboral, union relations, employment legislation, workplace relations, labor relations
    recruitment and selection = recruitment, hiring, recruiting, seleccion de personal, hiring practices, right to work checks, I-9, pre employment checks, reclutamiento
    inclusive hiring ~ recruitment and selection, unconscious bias = hiring without bias, inclusive recruitment, bias in hiring, diverse hiring
    interviewing < recruitment and selection = interview skills, interviewing skills, selection interviewing, interview training, behavioural interviewing, job interviews, interviewing candidates
    performance review = performance reviews, performance management, performance appraisal, appraisals, appraisal, conducting performance reviews, managing performance, evaluacion del desempeno, performance conversations, annual review
    corrective counselling ~ performance review = corrective counseling, corrective counseling and performance reviews, corrective action meetings
    performance improvement ~ performance review = PIP, performance improvement plan, underperformance, managing poor performance
    disciplinary action = discipline, disciplinary, disciplinary procedure, progressive discipline, grievance, grievances, disciplinary and grievance, grievance handling, termination, misconduct, medidas disciplinarias, terminations, corrective action, disciplining employees
    absence management = attendance management, absenteeism, sickness absence, absentismo
    whistleblowing = whistleblower, whistle blowing, speaking up, speak up, raising concerns, public interest disclosure, freedom to speak up, denuncia de irregularidades, canal de denuncias, protected disclosures
    code of conduct = code of ethics, business ethics, ethics, business conduct, ethics and compliance, codigo de conducta, codigo de etica, etica, ethical conduct, standards of business conduct, ethical behaviour, code of business conduct, integrity at work, professional conduct, ethics awareness, employee handbook, ethics and code of conduct, standards of conduct
    conflict of interest = conflicts of interest, COI, conflicto de intereses, outside interests, outside employment
    anti-bribery and corruption = anti bribery, bribery, corruption, anti corruption, anticorruption, antibribery, ABC compliance, ABAC, ISO 37001, soborno, anticorrupcion, anti soborno, bribery and corruption, facilitation payments, antisoborno, corrupcion, anti-bribery, fraud and corruption control
    bribery act < anti-bribery and corruption = UK bribery act
    FCPA < anti-bribery and corruption = foreign corrupt practices act
    gifts and hospitality = gifts and entertainment, gifts and benefits, gifts, hospitality and gifts, regalos
    anti-money laundering = AML, AML CTF, AML/CTF, money laundering, anti money laundering, bank secrecy act, BSA AML, lavado de dinero, blanqueo de capitales, prevencion del lavado de activos, PLD, AML awareness, blanqueo
    counter terrorist financing < anti-money laundering = terrorist financing, terrorism financing, CTF
    suspicious activity reporting < anti-money laundering = SAR reporting, suspicious transactions, suspicious transaction reporting, suspicious activity, suspicious matter reporting, SAR filing, SARs, POCA
    know your customer < anti-money laundering = KYC, CDD, customer due diligence, customer identification, EDD, enhanced due diligence, conozca a su cliente, customer identification program, know your client
    beneficial ownership ~ know your customer = UBO, ultimate beneficial owner, FATCA, CRS reporting, politically exposed persons
    fraud awareness = fraud, fraud prevention, anti fraud, fraud detection, fraude, internal fraud, fraud risk, failure to prevent fraud
    tax evasion = criminal finances act, facilitation of tax evasion, corporate criminal offence
    insider trading = insider dealing, securities trading policy, informacion privilegiada, share trading
    market abuse ~ insider trading = MAR, market conduct, market manipulation
    competition law = antitrust, anti trust, anti competitive, competition and consumer law, cartel, cartels, competition and antitrust, derecho de la competencia, libre competencia, price fixing, CCA competition
    consumer law = consumer protection, australian consumer law, fair trading, consumer rights, proteccion al consumidor
    treating customers fairly < consumer law = TCF, consumer duty, fair customer outcomes
    vulnerable customers < consumer law = customer vulnerability, vulnerable customer
    trade sanctions = sanctions, sanctions compliance, trade compliance, OFAC, international trade compliance, sanciones, economic sanctions
    export controls ~ trade sanctions = export control, ITAR, EAR, export compliance, control de exportaciones, dual use goods, deemed exports
    modern slavery = forced labour, forced labor, child labour, slavery, modern slavery awareness, human rights, esclavitud moderna, ethical sourcing, labour exploitation, slavery and trafficking
    human trafficking < modern slavery = trafficking, trata de personas, human trafficking awareness
    political donations = lobbying, political activity
    SOX = sarbanes oxley, financial controls, J-SOX
    credit compliance = responsible lending, lending, consumer credit, credito
    insurance compliance = insurance, general insurance code, financial services, financial advice, ASIC RG 146, RG146, conduct rules
    corporate governance = governance, board governance, gobierno corporativo
    contract law = contracts, contract management, contratos
    labour relations = labor relations, union relations, collective bargaining, industrial relations, employee relations
    procurement ~ contract law = procurement policy, tendering, purchasing, sourcing, compras, public procurement, strategic sourcing
    supplier qualification ~ procurement = vendor qualification, supplier approval, vendor approval, supplier audits, vendor management, supplier management
    intellectual property = copyright, patents, trademark, trade secrets, propiedad intelectual, IP protection
    records management = document control, document management, gestion documental, archiving
    social media = social media policy, social media use, redes sociales, social media awareness
    freedom of information = FOI, FOIA, public records, right to information
  `,
};

export const security: Family = {
  name: 'Information security and privacy',
  source:
    'NIST SP 800-50 and 800-53 (AT family), CIS Control 14, ISO/IEC 27001, PCI DSS requirement 12.6, EU GDPR, AU Privacy Act 1988, CCPA',
  kind: 'subject',
  terms: `
    cyber security awareness = cyber security, cybersecurity, cyber, cyber awareness, cyber safety, information security, information security awareness, security awareness, infosec, info sec, IT security, computer security, IT security awareness, information security basics, security awareness training, ciberseguridad, seguridad de la informacion, seguridad informatica, cyber security basics, cyber security essentials, online security, online safety, internet safety, cyber hygiene, data security, data security awareness, cyber essentials, information assurance, concienciacion en ciberseguridad, digital security
    NIS2 ~ cyber security awareness = NIS 2, NIS2 directive
    network security ~ cyber security awareness = firewalls, firewall, intrusion detection
    CISSP = certified information systems security professional
    security monitoring ~ network security = SIEM, EDR, SOC analyst, threat intelligence, threat hunting
    zero trust ~ network security
    NIST CSF ~ cyber security awareness = NIST cybersecurity framework, CIS controls, NIST 800-53, NIST 800-171, CMMC
    SOC 2 ~ cyber security awareness = SOC2, SOC 2 control owners
    ISO 27001 ~ cyber security awareness = ISO 27001 awareness, ISMS, information security management system, ISO 27001 lead implementer
    phishing < cyber security awareness = phishing awareness, anti phishing, spear phishing, email security, email phishing, phish, suspicious emails, business email compromise, BEC, whaling, phishing simulation, suplantacion, email safety, scam emails, email scams
    social engineering < cyber security awareness = pretexting, tailgating, ingenieria social, impersonation
    deepfakes ~ social engineering = deepfake
    password security < cyber security awareness = passwords, password, password management, passphrases, strong passwords, multi factor authentication, multifactor authentication, MFA, 2FA, two factor authentication, contrasenas, account security, passkeys, authentication, credential hygiene
    malware < cyber security awareness = ransomware, virus protection, spyware, ransomware awareness, ransomware response, computer viruses, programa malicioso
    mobile device security < cyber security awareness = mobile security, BYOD, bring your own device, device security, removable media, USB security, laptop security, public wifi, secure remote access, VPN
    cyber incident response = security incident, cyber incident, data breach, data breach response, breach notification, incident response cyber, cyber incident reporting, notifiable data breaches, reporting security incidents, violacion de datos, security incident reporting, information security incident, security breach, CSIRT, CERT team, SOC analyst, incident response for security teams, cyber security incident response, computer security incident response
    acceptable use = acceptable use policy, AUP, IT acceptable use, acceptable use of IT, computer use policy, internet use, email and internet use, uso aceptable, internet and email use, ICT acceptable use, computer usage policy
    information classification = data classification, information handling, classified information, document marking, data handling, protective security, security clearance, clasificacion de la informacion, CUI, controlled unclassified information, security classifications
    clear desk = clean desk, clear desk and screen, clear desk policy, clean desk policy, escritorio limpio
    insider threat = insider threats, insider risk, amenaza interna
    physical security = site security, building security, access control, premises security, seguridad fisica, facility security, workplace security, key control
    hostile vehicle mitigation ~ physical security = HVM
    cash in transit ~ robbery = CIT
    handcuffs ~ physical restraint = handcuffing, use of force, baton, pepper spray, defensive tactics
    dog handler ~ working dogs = security dog handler, guard dog, K9 handler
    CCTV operation = CCTV operator, CCTV, CCTV monitoring, public space surveillance, video surveillance, control room operator
    search techniques = bag search, bag searches, search and screening, searching people, person search, body search, security screening, searching and screening, vehicle search
    close protection = bodyguard, body guard, executive protection, close protection officer, personal protection officer
    secure coding = OWASP, OWASP top 10, secure development, secure software development, desarrollo seguro, secure code
    DevSecOps ~ secure coding = secrets management, API security
    cloud security = seguridad en la nube, cloud computing security
    privileged access = privileged user, system administrator security, admin accounts
    OT security = industrial control systems, ICS security, SCADA security, operational technology security, IEC 62443, OT cyber security
    penetration testing = ethical hacking, ethical hacker, pen testing, red team, CEH
    privacy and data protection = data protection, privacy, data privacy, DPA, personal data, personal information, privacy awareness, privacy act, privacy act 1988, data protection and privacy, privacy data protection, personal information protection, information privacy, PII, POPIA, australian privacy principles, proteccion de datos, proteccion de datos personales, privacidad, LOPD, LOPDGDD, data protection act, privacy and confidentiality, information governance, IG, data security and protection, DSPT, privacy principles, privacy compliance
    COPPA ~ privacy and data protection
    PDPA < privacy and data protection
    data protection impact assessment ~ privacy and data protection = DPIA, privacy impact assessment
    subject access request ~ privacy and data protection = data subject request, DSAR, data subject access request
    confidentiality < privacy and data protection = confidencialidad, client confidentiality, maintaining confidentiality
    LGPD < privacy and data protection
    PIPEDA < privacy and data protection
    CCPA < privacy and data protection = CPRA, california consumer privacy act, california privacy
    FERPA < privacy and data protection = student records privacy, student privacy, education records privacy, family educational rights
    GDPR < privacy and data protection = UK GDPR, GDPR awareness, data protection GDPR, GDPR essentials, RGPD, general data protection regulation, DSGVO, data protection regulation, EU data protection regulation, EU GDPR, general data protection
    data protection officer = DPO, DPO certification, privacy officer
    PCI DSS = PCI, payment card, payment card security, card data, cardholder data, payment card industry, PCI compliance, card payments security, tarjetas de pago, credit card data, credit card security, card data handling, credit card data handling, card payment data
    AI awareness = artificial intelligence, responsible AI, generative AI, AI ethics, AI literacy, ChatGPT, inteligencia artificial, AI act, AI policy, safe use of AI
    data literacy = data governance
  `,
};
