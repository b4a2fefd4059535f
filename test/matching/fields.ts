/** A library as a company of one field would have it, and the topics its source systems would send: written from general knowledge. */
export interface Field {
  readonly name: string;
  /** One title a line; topics of the course's own in square brackets, divided by semicolons. */
  readonly library: string;
  /** `topic -> title`, `topic -> title | other title` where either is right, `topic -> -` where nothing is. */
  readonly topics: string;
}

export const fields: readonly Field[] = [
  {
    name: 'hospital',
    library: `
      Hand Hygiene Essentials
      Standard and Transmission-Based Precautions
      Sharps Injury Prevention
      HIPAA Privacy and Security
      Safe Patient Handling
      Fall Prevention for Inpatients
      Restraint and Seclusion
      Basic Life Support for Providers [BLS]
      Advanced Cardiovascular Life Support
      Medication Errors: Prevention and Reporting
      Blood Transfusion Safety
      Pressure Injury Prevention
      Sepsis Recognition
      MRI Safety
      Radiation Safety for Fluoroscopy
      Hazardous Drug Handling (USP 800)
      Waste Anaesthetic Gases
      Latex Allergy
      Emergency Codes and Preparedness
      Workplace Violence in Healthcare
      EMTALA Overview
      Informed Consent
      Abuse and Neglect: Mandated Reporters
      Cultural Humility in Care
      End of Life Care
      Fire Safety in the Operating Room
      Medical Gas Cylinders`,
    topics: `
      hand washing -> Hand Hygiene Essentials
      Handhygiene annual competency 2026 -> Hand Hygiene Essentials
      needlestick -> Sharps Injury Prevention
      HIPAA refresher -> HIPAA Privacy and Security
      patient lifting -> Safe Patient Handling
      moving and handling of patients -> Safe Patient Handling
      slips trips and falls -> -
      BLS renewal -> Basic Life Support for Providers
      ACLS -> Advanced Cardiovascular Life Support
      PALS -> -
      medication administration error -> Medication Errors: Prevention and Reporting
      transfusion -> Blood Transfusion Safety
      pressure ulcers -> Pressure Injury Prevention
      bed sores -> Pressure Injury Prevention
      magnetic resonance imaging safety -> MRI Safety
      x-ray safety -> Radiation Safety for Fluoroscopy
      laser safety -> -
      chemotherapy handling -> Hazardous Drug Handling (USP 800)
      violence against nurses -> Workplace Violence in Healthcare
      child abuse reporting -> Abuse and Neglect: Mandated Reporters
      mandated reporter -> Abuse and Neglect: Mandated Reporters
      palliative care -> End of Life Care
      advance directives -> -
      surgical fire -> Fire Safety in the Operating Room
      fire extinguisher -> -
      phishing -> -
      oxygen cylinders -> Medical Gas Cylinders
      dementia -> -
      GDPR -> -
      restraints -> Restraint and Seclusion
      consent -> Informed Consent
      bloodborne pathogens -> -`,
  },
  {
    name: 'bank',
    library: `
      Anti-Money Laundering for Front Office
      Know Your Customer Fundamentals
      Sanctions Screening
      Fraud Red Flags
      Market Abuse and Insider Dealing
      Conflicts of Interest
      Whistleblowing: How to Speak Up
      Treating Customers Fairly
      Complaints Handling (DISP)
      Data Protection Essentials
      Information Security for Everyone
      Operational Resilience
      Third Party Risk Management
      Model Risk
      Sarbanes-Oxley Section 404
      Gifts, Entertainment and Anti-Bribery
      Competition Law Basics
      Senior Managers and Certification Regime
      Records Retention
      Mental Wellbeing at Work
      Display Screen Equipment
      Branch Robbery Response
      Cash Handling and Counterfeit Notes
      Fair Lending
      ESG and Climate Risk`,
    topics: `
      AML -> Anti-Money Laundering for Front Office
      money laundering annual refresher -> Anti-Money Laundering for Front Office
      Prevencion de blanqueo de capitales -> Anti-Money Laundering for Front Office
      KYC -> Know Your Customer Fundamentals
      customer due diligence -> Know Your Customer Fundamentals | Anti-Money Laundering for Front Office
      OFAC -> Sanctions Screening
      insider trading -> Market Abuse and Insider Dealing
      COI disclosure -> Conflicts of Interest
      speak-up policy -> Whistleblowing: How to Speak Up
      customer complaints -> Complaints Handling (DISP)
      GDPR -> Data Protection Essentials
      password security -> Information Security for Everyone
      business continuity -> Operational Resilience
      vendor risk -> Third Party Risk Management
      SOX 404 -> Sarbanes-Oxley Section 404
      FCPA -> Gifts, Entertainment and Anti-Bribery
      antitrust -> Competition Law Basics
      SMCR -> Senior Managers and Certification Regime
      document retention -> Records Retention
      DSE workstation -> Display Screen Equipment
      bank robbery -> Branch Robbery Response
      counterfeit money -> Cash Handling and Counterfeit Notes
      ECOA -> Fair Lending
      sustainability -> ESG and Climate Risk
      tax evasion -> -
      credit risk -> -
      fire warden -> -
      ladder safety -> -
      cyber incident response -> - | Information Security for Everyone
      diversity -> -
      Excel -> -
      mortgage advice -> -`,
  },
  {
    name: 'hotels and restaurants',
    library: `
      Food Allergens
      Food Safety Level 2
      Responsible Alcohol Service
      Kitchen Knife Skills and Safety
      Deep Fat Fryer Safety
      Guest Complaint Recovery
      Housekeeping Room Standards
      Pool Chemical Safety
      Lifeguard Rescue Skills
      Legionella Control
      Human Trafficking Awareness for Hotels
      Panic Button Use
      Fire Evacuation for Hotels
      Slip Resistant Footwear and Wet Floors
      Upselling at Reception
      Barista Skills
      Wine Knowledge
      Cash Handling
      Manual Handling for Porters
      Pest Awareness
      Under Age Sales
      Opera PMS Basics`,
    topics: `
      allergen awareness -> Food Allergens
      Natasha's law -> Food Allergens
      food hygiene certificate level 2 -> Food Safety Level 2
      food safety level 3 -> -
      food safety manager -> -
      manipulador de alimentos -> Food Safety Level 2
      RSA -> Responsible Alcohol Service
      TIPS certification -> Responsible Alcohol Service
      knife safety -> Kitchen Knife Skills and Safety
      fryer cleaning -> Deep Fat Fryer Safety
      guest complaints -> Guest Complaint Recovery
      room cleaning -> Housekeeping Room Standards
      chlorine handling pool -> Pool Chemical Safety
      lifeguard -> Lifeguard Rescue Skills
      legionnaires disease -> Legionella Control
      human trafficking -> Human Trafficking Awareness for Hotels
      evacuation procedures -> Fire Evacuation for Hotels
      coffee making -> Barista Skills
      sommelier -> Wine Knowledge
      challenge 25 -> Under Age Sales
      age verification -> Under Age Sales
      till training -> Cash Handling
      safe lifting -> Manual Handling for Porters
      pest control -> Pest Awareness
      HACCP -> -
      first aid -> -
      COSHH -> - | Pool Chemical Safety
      sexual harassment -> -
      GDPR -> -
      gas safety -> -
      RSG gaming -> -
      wheelchair assistance -> -`,
  },
  {
    name: 'logistics',
    library: `
      Forklift Refresher (Counterbalance)
      Reach Truck Conversion
      Powered Pallet Truck
      Loading Dock Safety
      Racking Inspection
      Vehicle Marshalling and Banksman
      Driver CPC: Drivers' Hours and Tachographs
      Load Securing
      ADR Dangerous Goods by Road
      IATA Dangerous Goods Category 6
      Lithium Battery Shipping
      Daily Vehicle Walkaround Checks
      Defensive Driving for Vans
      Fatigue and Alertness
      Warehouse Induction
      Safe Use of Knives and Box Cutters
      Pedestrian Safety in Yards
      Cold Store Working
      Battery Charging Area Safety
      Customs Procedures
      Hours of Service and ELD
      DOT Drug and Alcohol for Supervisors
      Tail Lift Operation
      Conveyor Awareness`,
    topics: `
      counterbalance FLT refresher -> Forklift Refresher (Counterbalance)
      RTITB counterbalance -> Forklift Refresher (Counterbalance)
      reach truck -> Reach Truck Conversion
      electric pallet jack -> Powered Pallet Truck
      PPT -> Powered Pallet Truck
      loading bay -> Loading Dock Safety
      SEMA racking inspector -> Racking Inspection
      banksman -> Vehicle Marshalling and Banksman
      tachograph rules -> Driver CPC: Drivers' Hours and Tachographs
      load restraint -> Load Securing
      cargo securement -> Load Securing
      ADR licence expiring -> ADR Dangerous Goods by Road
      IATA DGR -> IATA Dangerous Goods Category 6
      IMDG -> -
      lithium batteries -> Lithium Battery Shipping
      pre-trip inspection -> Daily Vehicle Walkaround Checks
      defensive driving -> Defensive Driving for Vans
      drowsy driving -> Fatigue and Alertness
      freezer work -> Cold Store Working
      box cutter -> Safe Use of Knives and Box Cutters
      HOS -> Hours of Service and ELD
      electronic logging device -> Hours of Service and ELD
      reasonable suspicion -> DOT Drug and Alcohol for Supervisors
      tail-lift -> Tail Lift Operation
      conveyor belt safety -> Conveyor Awareness
      import export customs -> Customs Procedures
      forklift instructor -> -
      order picker -> -
      telehandler -> -
      first aid at work -> -
      working at height -> -
      HGV licence category C -> -
      asbestos -> -
      manual handling -> -`,
  },
  {
    name: 'mine and quarry',
    library: `
      Generic Surface Mine Induction
      Underground Mine Induction
      MSHA Part 46 New Miner
      MSHA Part 48 Annual Refresher
      Ground Control and Highwall Safety
      Blasting Safety Awareness
      Haul Truck Operation
      Front End Loader Operation
      Dozer Operation
      Tyre Handling
      Isolation and Tagging
      Working at Height
      Self-Rescuer Use
      Mine Rescue Team
      Gas Detection Underground
      Conveyor Guarding
      Respirable Dust
      Heat Stress Underground
      Emergency Response - Refuge Chambers
      Cyanide Awareness
      Tailings Dam Awareness
      Light Vehicle Driving on Site
      Radio Communication Procedures
      Roof Bolting
      Traffic Management on Mine Sites`,
    topics: `
      Part 46 -> MSHA Part 46 New Miner
      part 48 8-hour refresher -> MSHA Part 48 Annual Refresher
      highwall -> Ground Control and Highwall Safety
      shotfirer -> -
      blasting -> Blasting Safety Awareness
      dump truck operator -> Haul Truck Operation
      wheel loader -> Front End Loader Operation
      bulldozer -> Dozer Operation
      excavator -> -
      tire safety -> Tyre Handling
      LOTO -> Isolation and Tagging
      lockout -> Isolation and Tagging
      SCSR -> Self-Rescuer Use
      self contained self rescuer -> Self-Rescuer Use
      mine rescue -> Mine Rescue Team
      gas monitor -> Gas Detection Underground
      silica dust -> Respirable Dust
      hydration and heat -> Heat Stress Underground
      cyanide -> Cyanide Awareness
      tailings -> Tailings Dam Awareness
      two-way radio -> Radio Communication Procedures
      confined space -> -
      first aid -> -
      crane -> -
      diesel particulate -> -
      noise -> -
      trabajo en alturas -> Working at Height
      bloqueo y etiquetado -> Isolation and Tagging
      drug and alcohol -> -
      light vehicle licence -> Light Vehicle Driving on Site`,
  },
  {
    name: 'software company',
    library: `
      Security Awareness Basics
      Spotting Phishing Emails
      OWASP Top 10 for Developers
      Secure SDLC
      Incident Response Playbook
      AWS Fundamentals
      Kubernetes for Engineers
      Git and Code Review
      Python for Data Analysis
      SQL Basics
      JavaScript Essentials
      Agile and Scrum
      Product Management 101
      GDPR for Engineers
      SOC 2 Control Owners
      Open Source Licensing
      Accessibility (WCAG)
      Unconscious Bias in Hiring
      Giving and Receiving Feedback
      Remote Work Ergonomics
      Anti-Harassment (California)
      Time Management and Focus
      Excel for Analysts
      Responsible Use of Generative AI
      Interview Training for Hiring Managers`,
    topics: `
      infosec awareness annual -> Security Awareness Basics
      failed phishing simulation -> Spotting Phishing Emails
      application security -> OWASP Top 10 for Developers | Secure SDLC
      amazon web services -> AWS Fundamentals
      k8s -> Kubernetes for Engineers
      version control -> Git and Code Review
      python programming -> Python for Data Analysis
      java -> -
      javascript -> JavaScript Essentials
      structured query language -> SQL Basics
      scrum -> Agile and Scrum
      data protection GDPR -> GDPR for Engineers
      SOC2 -> SOC 2 Control Owners
      ISO 27001 auditor -> -
      web accessibility -> Accessibility (WCAG)
      implicit bias -> Unconscious Bias in Hiring
      feedback skills -> Giving and Receiving Feedback
      DSE -> Remote Work Ergonomics
      sexual harassment California -> Anti-Harassment (California)
      sexual harassment New York -> -
      spreadsheets -> Excel for Analysts
      ChatGPT policy -> Responsible Use of Generative AI
      time mgmt -> Time Management and Focus
      negotiation -> -
      PCI DSS -> -
      export controls -> -
      microsoft azure -> -
      first aid -> -
      leadership -> -
      interviewing skills -> Interview Training for Hiring Managers`,
  },
  {
    name: 'school',
    library: `
      Child Protection and Safeguarding
      Prevent Duty
      Paediatric First Aid
      Anaphylaxis and EpiPen
      Asthma in Schools
      Behaviour Management
      Bullying Prevention in Schools
      Safer Recruitment
      Educational Visits Risk Assessment
      Minibus Driver Awareness
      Playground Supervision
      Science Laboratory Safety
      Design and Technology Workshop Machinery
      Legionella for Caretakers
      Working at Height for Site Staff
      Asbestos Duty to Manage
      Data Protection for Schools
      Online Safety for Children
      Lockdown Drills
      Autism Awareness
      Special Educational Needs
      FERPA Basics
      Title IX
      Medication in Schools
      Concussion Awareness for Coaches`,
    topics: `
      safeguarding children level 1 -> Child Protection and Safeguarding
      mandated reporting of child abuse -> Child Protection and Safeguarding
      radicalisation -> Prevent Duty
      pediatric first aid -> Paediatric First Aid
      epipen -> Anaphylaxis and EpiPen
      inhaler use -> Asthma in Schools
      anti-bullying -> Bullying Prevention in Schools
      school trips -> Educational Visits Risk Assessment
      minibus -> Minibus Driver Awareness
      MIDAS -> Minibus Driver Awareness
      lab safety -> Science Laboratory Safety
      woodworking machines -> Design and Technology Workshop Machinery
      water hygiene -> Legionella for Caretakers
      ladder use -> -
      asbestos awareness -> - | Asbestos Duty to Manage
      GDPR -> Data Protection for Schools
      e-safety -> Online Safety for Children
      active shooter -> Lockdown Drills
      ASD -> Autism Awareness
      SEND -> Special Educational Needs
      student records privacy -> FERPA Basics
      sexual misconduct Title IX -> Title IX
      administering medication to pupils -> Medication in Schools
      concussion -> Concussion Awareness for Coaches
      dyslexia -> -
      food hygiene -> -
      fire marshal -> -
      HIPAA -> -
      DSE -> -
      epilepsy -> -`,
  },
  {
    name: 'builder',
    library: `
      Site Safety Induction
      Toolbox Talk: Ladders
      Excavation and Trenching
      Cable Avoidance (CAT and Genny)
      Temporary Works Coordinator
      Scaffold Inspection
      Mobile Scaffold Towers (PASMA)
      IPAF 3a and 3b
      Harness and Fall Arrest
      Roof Work
      Asbestos Awareness (UKATA)
      Silica and Construction Dust
      Hand-Arm Vibration
      Noise at Work
      Abrasive Wheels
      Nail Guns and Cartridge Tools
      Hot Works
      Slinger Signaller
      Appointed Person - Lifting Operations
      CPCS Excavator 360
      Telehandler
      Face Fit Testing
      Manual Handling
      First Aid at Work
      Emergency First Aid at Work
      SMSTS
      SSSTS
      Confined Spaces - Medium Risk
      Confined Spaces - Top Person
      Street Works Signing and Guarding`,
    topics: `
      trench safety -> Excavation and Trenching
      underground services -> Cable Avoidance (CAT and Genny)
      service avoidance -> Cable Avoidance (CAT and Genny)
      TWC -> Temporary Works Coordinator
      PASMA card expiring -> Mobile Scaffold Towers (PASMA)
      MEWP operator -> IPAF 3a and 3b
      scissor lift -> IPAF 3a and 3b
      safety harness user -> Harness and Fall Arrest
      roofing -> Roof Work
      asbestos -> Asbestos Awareness (UKATA)
      asbestos removal -> -
      RCS -> Silica and Construction Dust
      HAVS -> Hand-Arm Vibration
      hearing protection -> Noise at Work
      angle grinder -> Abrasive Wheels
      disc cutter -> Abrasive Wheels
      powder actuated tools -> Nail Guns and Cartridge Tools
      hot work permit -> Hot Works
      slinger banksman -> Slinger Signaller
      lift supervisor -> - | Appointed Person - Lifting Operations
      LOLER appointed person -> Appointed Person - Lifting Operations
      360 excavator -> CPCS Excavator 360
      telescopic handler -> Telehandler
      mask fit test -> Face Fit Testing
      FAW -> First Aid at Work
      EFAW -> Emergency First Aid at Work
      site management safety training scheme -> SMSTS
      site supervisor safety training -> SSSTS
      confined space top man -> Confined Spaces - Top Person
      NRSWA -> Street Works Signing and Guarding
      dumper -> -
      crane operator -> -
      mental health first aid -> -
      ladders -> Toolbox Talk: Ladders
      demolition -> -
      legionella -> -
      fire extinguishers -> -
      paediatric first aid -> -`,
  },
];
