import type { Family } from '../family.js';

export const digitalSkills: Family = {
  name: 'Digital skills and software engineering',
  source:
    'SFIA (Skills Framework for the Information Age); EU DigComp; O*NET technology skills; ACM Computing Classification System',
  kind: 'subject',
  terms: `
    programming = computer programming, coding, software development, programming languages, programacion, write code, programmer, software engineering
    python < programming = python programming, python scripting, python for data analysis
    java < programming = java programming, java SE
    javascript < programming = java script, JS, ecmascript, node.js, nodejs, javascript essentials
    typescript < programming = type script
    C sharp < programming = dotnet, asp.net
    C plus plus < programming = cpp
    PHP < programming = laravel
    ruby < programming = ruby on rails
    golang < programming = go programming
    R programming < programming = R language, rstudio
    visual basic < programming = VBA, excel macros, excel VBA
    SQL = structured query language, SQL queries, T-SQL, mysql, postgresql, sql server, SQL basics
    databases ~ SQL = database, database management, database administration, DBMS, data modelling, relational databases, bases de datos
    data analysis = data analytics, data analyst, analytics, analisis de datos, statistics, statistical analysis, estadistica, analyse data
    data visualisation ~ data analysis = data visualization, dashboards, looker
    tableau < data visualisation = tableau desktop
    power BI < data visualisation = powerbi, microsoft power bi
    data science ~ data analysis = data mining
    machine learning < data science = deep learning, ML, aprendizaje automatico, neural networks
    big data ~ data analysis = hadoop, spark, data engineering, ETL, data warehouse
    databricks ~ big data
    snowflake ~ big data
    web development = web programming, HTML, CSS, front end development, frontend, web design, angular, desarrollo web, website development
    mobile app development = android development, iOS development, app development
    user experience = UX, UI, UX design, UI design, user interface design, usability, figma, user research
    web accessibility ~ disability inclusion = WCAG, accessibility WCAG, digital accessibility, 508 compliance, section 508, accessible documents, accesibilidad web
    version control = git, github, source control, gitlab, git and code review
    code review ~ version control = ICT code review
    software testing = test automation, unit testing, quality assurance testing, QA testing, selenium, test driven development, TDD, ISTQB
    devops = CI/CD, continuous integration, continuous delivery, jenkins, infrastructure as code, terraform, site reliability engineering, SRE, devops engineering
    kubernetes ~ devops = k8s, container orchestration
    docker ~ devops = containers
    linux = unix, bash, shell scripting, kali linux, red hat
    cloud computing = cloud, cloud fundamentals, cloud migration, cloud infrastructure, computacion en la nube
    AWS < cloud computing = amazon web services, aws fundamentals
    azure < cloud computing = microsoft azure
    google cloud < cloud computing = GCP cloud, google cloud platform
    computer networks = networking, computer networking, TCP/IP, LAN, wireless networks, redes
    CCNA < computer networks = cisco, cisco CCNA
    IT support = help desk, helpdesk, service desk, desktop support, technical support, servicenow, soporte tecnico
    ITIL ~ IT support = ITIL foundation, ITIL 4, ITIL 4 foundation, ITIL v4, IT service management, ITSM, service management ITIL
    system administration = sysadmin, windows server, active directory, system administrator
    scripting ~ system administration = powershell, ansible
    computer literacy = computer basics, basic computer skills, computer skills, digital literacy, digital skills, use computers, typing, keyboarding, alfabetizacion digital, ofimatica, IT skills
    operating systems = windows 11, windows 10
    mac administration = macos
    email = email management, gmail, email skills
    video conferencing = zoom, virtual meetings, webex, online meetings
    computer aided design = CAD, drafting, technical drawing software, dibujo asistido
    solidworks < computer aided design
    revit < computer aided design = BIM, building information modelling, building information modeling
    autocad < computer aided design
    GIS = geographic information systems, arcgis, mapping
    graphic design = photoshop, adobe illustrator, indesign, adobe creative suite, diseno grafico, image editing
    video production = video editing, premiere pro, audio editing, filming, podcasting
    digital marketing = email marketing, content marketing, google ads, marketing digital, online marketing, adwords
    social media marketing < digital marketing = social media advertising
    SEO < digital marketing = search engine optimisation, search engine optimization
    blockchain = cryptocurrency, crypto, bitcoin
    internet of things = IoT
    virtual reality = VR, augmented reality
    robotic process automation = RPA, process automation, uipath
    power platform ~ robotic process automation = power automate, power apps
    PLC programming = PLC, ladder logic, SCADA, programmable logic controllers, industrial automation, automation
    secure SDLC ~ secure coding = secure development lifecycle, secure software development lifecycle, security by design, threat modelling, threat modeling
    application security ~ secure coding = appsec
    vulnerability management ~ cyber security awareness = patching, patch management
    identity and access management ~ privileged access = IAM, access reviews, single sign on, SSO
    digital forensics = computer forensics, incident forensics
    open source licensing ~ intellectual property = open source licences, open source software, open source compliance
    product management = product manager, product roadmap, product owner skills, product management 101
    requirements engineering = business analysis, business analyst, requirements gathering, analyse business requirements, BABOK
    IT governance = COBIT, IT audit, CISA, ICT governance, IT general controls, ITGC
    enterprise architecture = TOGAF
    online safety for children ~ cyber security awareness = esafety, online safety children, internet safety for children, digital citizenship, online safety, online safety for pupils, internet safety, keeping children safe online
    spam ~ phishing = junk email
    smishing ~ phishing = vishing, text message scams, phone scams
    data loss prevention ~ information classification = DLP
    encryption = cryptography, PKI
    backup ~ disaster recovery = data backup, backups
    artificial intelligence tools ~ AI awareness = prompt engineering, copilot, microsoft copilot, large language models, LLM
  `,
};
