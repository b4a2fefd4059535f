import type { Family } from '../family.js';

export const finance: Family = {
  name: 'Finance, banking and insurance',
  source:
    'FATF recommendations; UK FCA Handbook (SYSC, DISP, COBS); US FFIEC examination manuals and Regulations B, E, Z; AU ASIC and APRA guidance; IFRS',
  kind: 'subject',
  terms: `
    sanctions screening < trade sanctions = name screening, sanctions lists, PEP screening, politically exposed persons, PEP
    fraud red flags < fraud awareness = payment fraud, invoice fraud, card fraud, identity theft, red flags rule, cheque fraud, check fraud, wire fraud, elder financial abuse, authorised push payment fraud, scams
    senior managers regime = SMCR, SM&CR, senior managers and certification regime, individual accountability, financial accountability regime, FAR accountability, BEAR, conduct rules, senior managers, SMCR conduct rules, certification regime
    credit risk = credit analysis, credit assessment, credit underwriting, loan underwriting, riesgo de credito
    market risk = value at risk, trading risk
    capital adequacy ~ market risk = basel III, solvency II, basel, ICAAP, ORSA
    model risk = model risk management, model validation
    liquidity risk = liquidity management, treasury, treasury management
    third party risk = third party risk management, vendor risk, vendor risk management, supplier risk, outsourcing risk, third party due diligence, supplier due diligence, TPRM
    fair lending ~ credit compliance = ECOA, equal credit opportunity act, HMDA, redlining, community reinvestment act, CRA
    truth in lending < credit compliance = TILA, TRID, RESPA
    electronic funds transfers = EFTA, payment services, PSD2, payments, open banking
    UDAAP ~ consumer law = unfair deceptive or abusive acts or practices, unfair deceptive practices
    debt collection = FDCPA, arrears handling, recuperacion de cartera, cobranza
    mortgage ~ credit compliance = mortgage lending, mortgage advice, home loans, hipotecas
    investment products = MiFID, MiFID II, suitability, investment advice, securities, wealth management, best interest, mutual funds, financial markets, bonds, derivatives
    personal account dealing ~ insider trading = personal trading, PA dealing
    insurance claims = claims handling, claims management, loss adjusting, underwriting, insurance underwriting
    pensions = superannuation, retirement plans, 401k, ERISA, pension scheme
    accounting = bookkeeping, contabilidad, general ledger, IFRS, GAAP, financial accounting, management accounting, accountancy, tenue de comptes
    accounting software ~ accounting = quickbooks, xero, sage, sage accounting, MYOB
    accounts payable < accounting = accounts receivable, invoicing, invoice processing, AP automation, facturacion
    financial analysis = financial modelling, financial modeling, financial statements, financial reporting, valuation, analisis financiero
    budgeting ~ finance for non-financial managers = budget management, budgets, managing budgets, forecasting, cost control, presupuesto
    expense policy = travel and expense policy, travel and expenses, expense reporting, expense claims, gastos de viaje, corporate card, purchase card
    payroll ~ wage and hour = payroll processing, nomina
    tax = taxation, VAT, GST, corporate tax, income tax, impuestos, sales tax, transfer pricing, W-8, FATCA, CRS reporting, IR35
    internal audit ~ internal auditing = internal audit basics, audit planning, auditoria interna
    internal controls ~ SOX = segregation of duties, control self assessment, controles internos, control owner
    operational risk ~ risk management = operational risk management, RCSA, basel, riesgo operativo
    compliance basics = compliance awareness, regulatory compliance, compliance fundamentals, compliance training, corporate compliance, compliance program, cumplimiento normativo
    complaints handling regulated < complaint handling = DISP, IDR, internal dispute resolution, financial ombudsman
    bank secrecy ~ anti-money laundering = bank confidentiality, currency transaction report, CTR
    branch security = bank branch security, opening and closing procedures, dual control, key holder
    safe deposit ~ branch security
    cheque handling ~ cash handling = check handling, cheques
    teller operations ~ cash handling = teller, bank teller, cashier, cajero
    gift cards ~ fraud awareness = gift card fraud
    environmental due diligence ~ sustainability = sustainable finance, green finance, SFDR, taxonomy regulation, CSRD, TCFD, sustainability reporting
    supply chain due diligence ~ modern slavery = LkSG, CSDDD, responsible sourcing, conflict minerals, supplier code of conduct
    corporate social responsibility ~ sustainability = CSR, community engagement, volunteering policy, responsabilidad social
    anti-boycott ~ trade sanctions
    lobbying disclosure ~ political donations
    records retention < records management = document retention, retention schedule, retention policy, data retention, legal hold, litigation hold
    data quality ~ data literacy = master data
    board reporting ~ corporate governance = company secretary, directors duties
    school governors = governors, school governance
    delegation of authority = signing authority, approval limits, authority matrix
    whistleblower protection < whistleblowing = whistleblowing protection
  `,
};
