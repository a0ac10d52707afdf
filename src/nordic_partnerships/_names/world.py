# ruff: noqa: E501, RUF001
"""Names of bodies on record that other bodies of the world bear; made by ``_curation.rivals``, not edited by hand.

A line holds a folded name, or "~" and a form, and after a tab its other bearers, with "|" between them: the country, in
small letters if the body is closed, the name, and "=" and how it spells an acronym that is not in capitals.
Data: Research Organization Registry, CC0.
"""

from typing import Final

RIVALS: Final = """\
aa	GBArchitectural Association School of Architecture|PAFundación Almanaque Azul|USAcademic Analytics
aau	AEAl Ain University|ATUniversity of Klagenfurt|CZAnglo-American University|ETAddis Ababa University|FRAAU - Ambiances, Architectures, Urbanités|INAnand Agricultural University|INAssam Agricultural University|JOAl-Ahliyya Amman University|PRAntillean Adventist University|UGAssociation of Anesthesiologists of Uganda
ahs	AUArmadale Health Service|CAAlberta Health Services|CHAlbert-Heim-Stiftung|CHSwiss AIDS Federation|USAlaska Historical Society|USAmerican Headache Society
amu	CZAcademy of Performing Arts in Prague|JPAichi Medical University Medical Center|JPAsahikawa Medical University|SOAl Hayat Medical University|USAve Maria University
anu	EGAlexandria National University
ase	FREuropean Space Agency|GBAssociation for Science Education|TWAdvanced Semiconductor Engineering (Taiwan)|USAssociation for Surgical Education
atu	KZAlmaty Technological University|USAmalgamated Transit Union
au	ALAlbanian University|AUAdelaide University|BHAhlia University|CAAthabasca University|EGAlexandria University|ETAfrican Union|INAbhilashi University|INAliah University|INAtria University|KEAlupe University|KWAustralian University, Kuwait|NGAchievers University|NGAdeleke University|PHArellano University|SKAkadémia Umení v Banskej Bystrici|SYAl Andalus University|TWAsia University|USAir University|USAmerican University|USAnderson University - South Carolina|USAtlantic University|USAtlantis University|USAuburn University|USAvila University
auas	IQAkre University for Applied Sciences
auc	CYKıbrıs Amerikan Üniversitesi|EGAmerican University in Cairo|ETAfrican Union Commission|INAmity University Chhatisgarh|IQAlnukhba University College|PRAtlantic University College|PTUniversidade de Coimbra Arquivo|USAmerican University in Cairo New York Office
aui	MAAl Akhawayn University|NGAugustine University, Ilara|USAssociated Universities, Inc.
bergenuniversitycollege	noHøgskolen i Bergen
betanienuniversitycollege	noBetanien University College
bfu	CNBeijing Forestry University
bi	DEBarkhausen Institut|DEBerlin International University of Applied Sciences|IDBank Indonesia|USBerggruen Institute
bnu	EGBenha National University|FRBibliothèque nationale et universitaire de Strasbourg|INBengaluru North University|INBhupal Nobles University|IQBayan University
bth	CNBeijing Tongren Hospital
btu	GEBusiness and Technology University|GHBolgatanga Technical University|INBir Tikendrajit University|TRBursa Technical University
buas	HRVeleučilište u Bjelovaru
cau	CNChina Agricultural University|INCentral Agricultural University|KRChung-Ang University|UZCentral Asian University
cbs	CZCzech Botanical Society|CZCzech Botanical Society=ČBS|DECBS University of Applied Sciences|FRCentre de Biologie Structurale|JPRIKEN Center for Brain Science|NANamibia Statistics Agency|NLWesterdijk Fungal Biodiversity Institute
ceu	ESFundación Universitaria San Pablo CEU|ESUniversidad San Pablo CEU|PTCooperativa de Ensino Universitário CRL
corkinstituteoftechnology	ieCork Institute of Technology
cs	USCureScience|USIEEE Computer Society
cth	TWCardinal Tien Hospital
diakonhjemmethogskole	noDiakonhjemmet høgskole
diakonhjemmetuniversitycollege	noDiakonhjemmet høgskole
diakonovauniversitycollege	noHøyskolen Diakonova
dit	TZDar es Salaam Institute of Technology|gbDepartment for International Trade|ieDublin Institute of Technology
dth	IQAl-Diwaniyah Teaching Hospital
dtu	ETDebre Tabor University|INDelhi Technological University|VNDuy Tan University
du	BDUniversity of Dhaka|CNDali University|ETDilla University|KRDankook University|NGDominion University, Ibadan|OMDhofar University|RWDigital Umuganda (Rwanda)|SKDanubius University|USDucks Unlimited|USDuquesne University
ec	USThe Evaluation Center
ehs	ESEuropean Hernia Society|GBThe Ecclesiastical History Society|USEpiscopal High School
ehu	LTEuropean Humanities University
eit	GBEllison Institute of Technology|NZEastern Institute of Technology|usEllison Institute of Technology
emuni	MWEmmanuel University
ett	HUEgészségügyi Tudományos Tanács
eu	ALEpoka University|GEEuropean University|MXEarth and Life University=E&U|NGElizade University|TRErzincan Binali Yıldırım University|UAEuropean University
eui	EGEgypt University of Informatics|NGEdo State University Uzairue
fhg	ATHealth University of Applied Sciences Tyrol
fhs	USForest History Society|USFramingham Heart Study
fsu	USFayetteville State University|USFerris State University|USFlorida State University
gau	BDGazipur Agricultural University
gci	KRGoyang City Institute|NPGlobal College International|USGlobal Cancer Institute
gu	BZGalen University|CNGuilin University|EGGalala University|GBWrexham University|GEGori State University|INGalgotias University|INGurugram University|IQGilgamesh University|NPGandaki University|UGGulu University|USGlobal University|USGonzaga University
ha	GBHeadland Archaeology (UK) Limited (United Kingdom)|GBHighways England|HKHospital Authority
hamburguniversity	DEHAW Hamburg|DEHamburg University of Music and Drama|DEMSH Medical School Hamburg – University of Applied Sciences and Medical University
haraldsplassdeaconessuniversitycollege	noHaraldsplass diakonale høgskole
haraldsplassdiakonalehogskole	noHaraldsplass diakonale høgskole
hhs	CAHamilton Health Sciences|USUnited States Department of Health and Human Services
hi	DEHerder Institute|DEHochschulverband Informationswissenschaft|KRThe Hwaseong Institute|USHumanities Iowa
hia	AUHeavy Ion Accelerators
hkust	CNThe Hong Kong University of Science and Technology (Guangzhou)
hochschulekarlsruhe	DEKarlsruhe University of Education
hogskolenibergen	noHøgskolen i Bergen
hogskolenstordhaugesund	noHøgskolen Stord/Haugesund
hogskulenisognogfjordane	noHøgskulen i Sogn og Fjordane
hr	ITHippocrates Research S.r.l. (Italy)
hsb	VNTrường Quản trị và Kinh doanh, Đại học Quốc gia Hà Nội
hsg	GRHellenic Society of Gastroenterology|deHochschule für Gesundheit - University of Applied Sciences
hsn	CAHealth Sciences North|DENordhausen University of Applied Sciences
htu	JOAl Hussein Technical University
hu	BRPolydoro Ernani de São Thiago University Hospital|CNHefei University|ETHaramaya University|INHindi University|JOHashemite University|LBHaigazian University|NGHensard University|NLUniversity of Applied Sciences Utrecht|THHatyai University|TRHakkari University|USHarrisburg University of Science and Technology|VNHue University
hut	CNHenan University of Technology
hvo	USHawaiian Volcano Observatory
iese	DEFraunhofer Institute for Experimental Software Engineering|PTInstituto de Estudos Sociais e Económicos
iitm	INIndian Institute of Tropical Meteorology
imt	BEInstituut voor Tropische Geneeskunde|DEFörderverein Institut für Medizintechnik Dresden|FRInstitut de Mathématiques de Toulouse|INInstitute of Management Technology|ITIMT Srl (Italy)|JPInstitute of Microchemical Technology|MXInstituto Mexicano del Transporte|PTInstituto da Mobilidade e dos Transportes|SIInstitute of Metals and Technology
inn	CLInstituto Nacional de Normalización|GRInstitute of Nanoscience and Nanotechnology
insa	FRInstitut National des Sciences Appliquées Centre Val de Loire|FRInstitut National des Sciences Appliquées Rouen Normandie|FRInstitut National des Sciences Appliquées de Lyon|FRInstitut National des Sciences Appliquées de Rennes|FRInstitut National des Sciences Appliquées de Toulouse
instituteoftechnologytralee	ieInstitute of Technology Tralee
institutnationaldessciencesappliquees	FRINSA Hauts-de-France|FRInstitut National des Sciences Appliquées Centre Val de Loire|FRInstitut National des Sciences Appliquées Rouen Normandie|FRInstitut National des Sciences Appliquées de Lyon|FRInstitut National des Sciences Appliquées de Rennes|FRInstitut National des Sciences Appliquées de Strasbourg|FRInstitut National des Sciences Appliquées de Toulouse
ipb	CFInstitut Pasteur de Bangui|DELeibniz Institute of Plant Biochemistry|DEPope Benedict XVI Institute|IDIPB University|RSInstitute of Physics Belgrade
ipc	CVInstituto do Património Cultural|FRCentre Technique Industriel de la Plasturgie et des Composites|KHInstitut Pasteur du Cambodge
ipn	ARInstituto de Problemas Nacionales|DELeibniz Institute for Science and Mathematics Education|PEInstituto Peruano de Neurociencias|PTInstituto Pedro Nunes|PTInstituto Português de Naturologia|RSInstitute for Science Application in Agriculture|frInstitut de Physique Nucléaire d’Orsay
ipp	CNInstitute of Plant Protection|DEInstitut für Psychologische Psychotherapie|DEMax Planck Institute for Plasma Physics|ESInstituto de Políticas y Bienes Públicos|JPInstitute for Protein Physics|PTPolytechnic Institute of Portalegre
ips	CAInstitut de pharmacologie de Sherbrooke|CNInstitut Pasteur of Shanghai|GBInfection Prevention Society|PTInstituto Politécnico de Santarém|RSInstitute for Political Studies, Belgrade|SIJožef Stefan International Postgraduate School|USInternational Phycological Society
ipt	BRInstituto de Pesquisas Tecnológicas|DEFraunhofer Institute for Production Technology IPT|FRInstitut Protestant de Théologie|KZInstitute of Physics and Technology|RUInstitute of Physics and Technology|TNInstitut Pasteur de Tunis
ist	DEFraunhofer Institute for Surface Engineering and Thin Films|USSociety for Imaging Science and Technology=IS&T|chInstitute for Work and Health
itu	ATInterdisciplinary Transformation University Austria=IT:U|KZInternational Taraz University named after Sherkhan Murtaza|PKInformation Technology University|TRIstanbul Technical University|TRIstanbul Technical University=İTÜ|USInternational Technological University
jcu	AUJames Cook University|USJohn Carroll University
jku	ETJinka University|PLJan Kochanowski University
ju	AEJumeira University|AFJawzjan University|BDJahangirnagar University|CNJiangnan University|INJiwaji University|KRJoongbu University|LBJinan University|SOJazeera University|YEAl Jazeera University
kau	BDKhulna Agricultural University|INKerala Agricultural University|KRKorea Aerospace University|SAKing Abdulaziz University
ki	SINational Institute of Chemistry
kit	JPKanazawa Institute of Technology|JPKyoto Institute of Technology|JPKyushu Institute of Technology|KRKorea Institute of Toxicology|KRKorean Institute of Tuberculosis|NLRoyal Tropical Institute
knu	AFKhatam Al-Nabieen University|INKazi Nazrul University|IQKnowledge University|KGKyrgyz National University|KRKangwon National University|KRKyungpook National University|KZKazakh German University|ZMKwame Nkrumah University
kp	ATKuratorium Pfahlbauten|USKaiser Permanente
ktu	INAPJ Abdul Kalam Technological University|TRKaradeniz Technical University
ku	AZKarabakh University|JPKoyasan University|KEKenyatta University|KWKuwait University|LTKlaipėda University|NGKings University|NPKathmandu University|PKUniversity of Karachi|USKutztown University|USUniversity of Kansas|UZKokand University
kuas	JPKyoto University of Advanced Science|twNational Kaohsiung University of Applied Sciences
kul	GBKingston University|MYLinton University College|PLJohn Paul II Catholic University of Lublin
lbs	ATLauder Business School|LRLiberia Broadcasting System
lhi	KRLand and Housing Institute
liu	UGLivingStone International University|USLong Island University
lmu	CNJinzhou Medical University|IDLambung Mangkurat University|NGLandmark University|USLincoln Memorial University|USLoyola Marymount University
lnu	CNLingnan Normal University|UAUniversity of Luhansk
londonuniversity	GBUniversity of London
lse	FRLaboratoire Sols et Environnement
ltu	NPLumbini Technological University|USLouisiana Tech University
lu	BDLeading University|HKLingnan University|IRLorestan University|KELukenya University|LRUniversity of Liberia|QALusail University|USLangston University|USLindenwood University
lx	KRLand and Geospatial Informatix Corporation (South Korea)
mau	EGMatrouh University|ETMekdela Amba University|INMarathwada Agricultural University|IRMehr Alborz University
mci	FRInstitut Clinique de la Souris|INMinistry of Commerce and Industry|PLMilitary Communication Institute|ROMinisterul Cercetării și Inovării|SGMinistry of Communications and Information|USMuseum Conservation Institute|USUSA Mitchell Cancer Institute
mdh	PHManila Doctors Hospital
mdu	GBMRC Metabolic Diseases Unit|GBMedical Defence Union|INMaharshi Dayanand University
mdw	US59th Medical Wing
mf	AUMater Foundation|gbMedical Futures (United Kingdom)
ministryofeducationandculture	BRMinistry of Education|IDMinistry of Education and Culture|WSMinistry of Education and Culture – Government of Samoa
misjonshogskolen	noMisjonshøgskolen
mru	CAMount Royal University|INManav Rachna University
mtu	IQMiddle Technical University|MKMother Teresa University|USMichigan Technological University
mu	AFMuslim University|ETMekelle University|FRMantle 8 (France)=M&U|INMadhav University|INMandsaur University|INMangalore University|INMarwadi University|INMewar University|INMonark University|INUniversity of Mumbai|LBAl Maaref University|LYMisurata University|NGMaduka University|NPMid-West University|SDMashreq University|SOMogadishu University|SYManara University|TRMarmara University|UGMuni University|USManchester University|USMarymount University|USUniversity of Missouri|ZMMukuba University
nbu	CNNingbo University|CZNational Security Authority=NBÚ|JPNippon Bunri University|THNorth Bangkok University|UANational Bank of Ukraine
ndu	ATNew Design University|CNNingbo University of Finance & Economics|LBNotre Dame University – Louaize|UGNdejje University|USNational Defense University
nhh	BGNational Heart Hospital
nih	INNational Institute of Hydrology|MYNational Institutes of Health|PKNational Institute of Health|SONational Institute of Health Somalia|USNational Institutes of Health
nla	AENational Library and Archives|AMNational Library of Armenia|NOStiftelsen Norsk Luftambulanse|USNational Lipid Association
nmh	KZNational Medical Holding
nova	NLNederlandse Onderzoekschool Voor Astronomie|USNurses Organization of Veterans Affairs|ZANova Institute=Nova
ntu	GBNottingham Trent University|ROUniversitatea Nicolae Titulescu din București|TWNational Taiwan University|VNNha Trang University
nu	CNNanjing University|EGNile University|INNIIT University|INNagaland University|INNirma University|IQAl-Naji University|KZNazarbayev University|LYNalut University|PHNational University|PHNorthwestern University|SANajran University|SDAl-Neelain University|SDNile University|SLNjala University|UGNkumba University|USNeumann University|USNortheastern University|USNorthwestern University|USUniversity of Nebraska–Lincoln
nus	IRTechnical and Vocational University|SEUniversity Hospital of Umeå=Nus
ou	INOsmania University|MUOpen University of Mauritius|USOakland University
ouc	CAOkanagan College|CNOcean University of China|USOhio University Chillicothe|caOkanagan University College
oxforduniversity	CMEnieg Oxford University Institute
parisinstituteoftechnology	FRAgroParisTech
phs	USMass General Brigham
psl	USNOAA Physical Sciences Laboratory
puc	USCalifornia Public Utilities Commission
rca	CACentre de recherche sur le vieillissement|RURussian Customs Academy
rise	RORomanian InSpace Engineering SRL (Romania)
ru	AFRana University|CZInstitute of Rheumatology|ETRaya University|INRai University|INRanchi University|INRishihood University|NGRhema University|SYAl-Rashid International Private University for Science and Technology|USRutgers, The State University of New Jersey|ZARhodes University
rub	BDRabindra University
ruc	GHRegentropfen University College
sa	FRDépartement Santé Animale
saimaanammattikorkeakoulu	fiSaimaa University of Applied Sciences
saimaauniversityofappliedsciences	fiSaimaa University of Applied Sciences
sakk	CHSwiss Group For Clinical Cancer Research
schoolofmissionandtheology	noMisjonshøgskolen
sdu	AZSumgayit State University|CNShandong University|KRSeoul Digital University|THSuan Dusit University|TRSüleyman Demirel University
sgh	GBSouthampton General Hospital|SGSingapore General Hospital|gbSouthern General Hospital
slu	CNShenyang Ligong University|ESSaint Louis University|NGSule Lamido University Kafin Hausa|PHSaint Louis College La Union|PHSaint Louis University|SESwedish Species Information Centre|USSaint Leo University|USSaint Louis University|USSt. Lawrence University
sognogfjordaneuniversitycollege	noHøgskulen i Sogn og Fjordane
sse	USOffice of Subsurface Energy|USSeed Savers Exchange
stordhaugesunduniversitycollege	noHøgskolen Stord/Haugesund
stu	CASt. Thomas University|CNShantou University|UAState Tax University
su	BDSonargaon University|EGSphinx University|EGSuez University|INSanskriti University, Mathura|INStarex University|IQSoran University|PKSohail University|SOSIMAD University|SOSalaam University|THSiam University|TRSabancı Üniversitesi|USSalisbury University|USSeattle University|USShippensburg University|USSouthwestern University|USSyracuse University|ZAStellenbosch University
suas	HKSouthern United Academy of Sciences Limited
sydneyuniversity	AUSydney University Musical Society|AUWestern Sydney University
tammerforstekniskauniversitet	fiTampere University of Technology
tampereenteknillinenyliopisto	fiTampere University of Technology
tampereuniversityoftechnology	fiTampere University of Technology
tau	FRTAU: IA : vers des problèmes mieux posés|ILTel Aviv University|INThe Apollo University|JPTokyo Ariake University of Medical and Health Sciences|NGThomas Adewumi University
tbu	ALTirana Business University
tcd	FRDynamique des Cellules Tumorales
ths	FIFinnish Society for the History of Technology
tiu	INTechno India University|IQTishk International University|JPTokyo International University|UZTashkent International University|uzTashkent Islamic University
tlu	VNThuyloi University
ttk	HUHUN-REN Research Centre for Natural Sciences|TRTürk Tarih Kurumu
tu	BDTeesta University|CNTaizhou University|INTezpur University|KETangaza University|KZTashenev University|LYTobruk University|MMTechnological University Hmawbi|NGTrinity University|NPTribhuvan University|SATaif University|USTaylor University|USTiffin University
tul	NLTransnational University Limburg=tUL
tum	KETechnical University of Mombasa
tut	ZATshwane University of Technology|fiTampere University of Technology
uab	BOUniversidad Autónoma del Beni|HRAlgebra Bernays University|RO1 Decembrie 1918 University|ROArtifex University|USUniversity of Alabama at Birmingham
uac	BJUniversité d'Abomey-Calavi|PEUniversidad Andina del Cusco|RUUnited Aircraft (Russia)|USUniversity of Arizona Cancer Center
uag	MXUniversidad Autónoma de Guadalajara
uah	CLAlberto Hurtado University|USUniversity of Alabama in Huntsville
uam	BRAnhembi Morumbi University|NEUniversité Abdou Moumouni|NGJoseph Sarwuan Tarka University Makurdi|NILa Universidad Americana|SNUniversité Amadou Mahtar Mbow
uas	MXUniversidad Autónoma de Sinaloa|USUniversity of Alaska Southeast
ub	BWUniversity of Botswana|CMUniversity of Buea|COUniversity of Boyaca|GBUniversity of Buckingham|IDBakrie University|IDUniversity of Brawijaya|PEUniversidad Jaime Bausate y Meza|PHUniversity of Batangas|PHUniversity of Bohol=U.B.|USUniversity at Buffalo, State University of New York|USUniversity of Baltimore|USUniversity of Bridgeport|frUniversité de Bourgogne=uB
ubb	CLUniversity of Bío-Bío|IDUniversity of Bangka Belitung
ube	CMUniversité de Bertoua=UBe|ECUniversidad Bolivariana del Ecuador|ROUniversitatea Ecologica din Bucuresti
ubo	CLUniversidad Bernardo O'Higgins|frUniversité de Bretagne Occidentale
uc	ARUniversidad de Congreso|AUUniversity of Canberra|CUUniversity of Camagüey|IDUniversitas Ciputra|KRUlsan College|MXUniversidad Cuauhtémoc|PAUniversidad del Caribe Panamá|USUniversity of California System|USUniversity of Chicago|USUniversity of Cincinnati|USUtica College
uca	ARPontificia Universidad Católica Argentina|GBUniversity for the Creative Arts|MACadi Ayyad University|PYUniversidad Católica Nuestra Señora de la Asunción|SVUniversidad Centroamericana José Simeón Cañas
ucb	BHUniversity College of Bahrain|BIBujumbura Christian University|BRUniversidade Católica de Brasília|CDUniversité Catholique de Bukavu|GBUniversity College Birmingham|PRBayamón Central University|USUniversity of Colorado Boulder
ucc	ARUniversidad Católica de Córdoba|GHUniversity of Cape Coast|JMUniversity of the Commonwealth Caribbean|SIUniversity Clinical Centre Maribor|UGUganda Communications Commission|dkUniversity College Capital
ucd	MAChouaib Doukkali University|USUniversity of Colorado Denver
ucl	PKUniversity College Lahore
ucm	COUniversidad Católica de Manizales|IDUniversitas Cokroaminoto Makassar|MZCatholic University of Mozambique|SKUniversity of Ss. Cyril and Methodius in Trnava|USUniversity of California, Merced|USUniversity of Central Missouri
ucn	CAUniversity College of the North|CLUniversidad Católica del Norte
uco	FRChimie Biologique pour le Vivant|FRUniversité catholique de l'ouest|USUniversity of Central Oklahoma
ucsd	DOUniversidad Católica Santo Domingo
uct	CLUniversidad Católica de Temuco
udl	ESUniversitat de Lleida=UdL|MXUniversidad de León
uea	BIHope Africa University|BRUniversidade do Estado do Amazonas|ECUniversidad Estatal Amazónica|ESUniversidad Europea de Andalucía|FRUnité d'Économie Appliquée
uef	FRUnité Expérimentale de La Fage|VNHo Chi Minh City University of Economics and Finance
ug	CUUniversidad de Guantánamo|GEUniversity of Georgia|IDGunadarma University
ugr	ARUniversidad del Gran Rosario
uh	CRUniversidad Hispanoamerica|JPUniversity of Hyogo|USUniversity Hospital, Newark|USUniversity Hospitals Cleveland Medical Center|USUniversity of Hawaii System|USUniversity of Hawaiʻi at Mānoa|USUniversity of Houston
ui	BRUniversidade de Itaúna|IDUniversity of Indonesia|IRUniversity of Isfahan|NGUniversity of Ibadan|USUniversity of Idaho|USUniversity of Iowa
uia	CRUniversidad Internacional de las Américas|IDUniversitas Islam As-Syafi'iyah|MNUniversity of Internal Affairs of Mongolia|MXIbero American University|MXIbero-American University Puebla
uib	IDInternational University of Batam
uin	IDSyarif Hidayatullah State Islamic University Jakarta
uis	COIndustrial University of Santander|IDUniversitas Ibnu Sina|USUniversity of Illinois at Springfield
uit	MAUniversité Ibn-Tofail|MMUniversity Of Information Technology|VNUniversity of Information Technology
uitm	MYUniversiti Teknologi MARA=UiTM|myUniversiti Teknologi MARA System=UiTM
ul	FRUniversité de Lorraine|IDUniversitas LIA|LRUniversity of Liberia
ulb	BFUniversité Libre du Burkina|IDUniversitas Labuhanbatu
um	ARUniversity of Mendoza|ECUniversidad Metropolitana|IDState University of Malang|IDUniversitas Mandiri|IDUniversitas Merangin|MOUniversity of Macau|MXUniversity of Montemorelos|MYUniversity of Malaya|SAAlmaarefa University|USUniversity of Miami|USUniversity of Michigan|USUniversity of Montana|USUniversity of Montevallo|UYUniversidad de Montevideo
uma	FRUnité de Mathématiques Appliquées|IDMedan Area University|IRUniversity of Mohaghegh Ardabili|PEUniversidad María Auxiliadora|PTUniversidade da Madeira=UMa|TNManouba University
umb	USUniversity of Maryland, Baltimore
umd	COCorporación Universitaria Minuto de Dios|USUniversity of Massachusetts Dartmouth
umh	HNUniversidad Metropolitana de Honduras
umk	MYUniversiti Malaysia Kelantan
umu	NLUniversity Museum Utrecht|UGUganda Martyrs University
unak	TRÜniversite ve Araştırma Kütüphanecileri Derneği=ÜNAK
unam	ARNational University of Misiones|ESUniversidad del Atlántico Medio|TRNational Nanotechnology Research Center
uned	CRDistance State University
uniandes	ECUniversidad Regional Autónoma de Los Andes
unica	COInstitución Universitaria Colombo Americana=ÚNICA|CUUniversidad de Ciego de Ávila|NIUniversidad Católica Redemptoris Mater
unipi	IDUniversitas Persatuan Islam
unis	FRUnité de Neurobiologie des canaux Ioniques et de la Synapse
unisa	IDAl-Ihya Islamic University of Kuningan|IDUniversitas 'Aisyiyah Yogyakarta|MXUniversidad de la Salud|ZAUniversity of South Africa|auUniversity of South Australia=UniSA
universidaddecordoba	COUniversity of Córdoba
universidaddelosandes	VEUniversity of the Andes
universidadtecnicafedericosantamaria	ECUniversidad Técnica Federico Santa María
universitatmunchen	DEInstitut für Experimentelle Pneumologie
universitedebourgogne	frUniversité de Bourgogne
universitedebrest	frUniversité de Bretagne Occidentale
universitedebretagneoccidentale	frUniversité de Bretagne Occidentale
universitedefranchecomte	frUniversité de Franche-Comté
universitedenantes	frUniversité de Nantes
universitedeparis	frUniversité Panthéon-Assas
universitederechercheparissciencesetlettres	frUniversité de recherche Paris Sciences et Lettres COMUE
universitepantheonassas	frUniversité Panthéon-Assas
universitepolytechniquehautsdefrance	frUniversité de Valenciennes et du Hainaut-Cambrésis
universitepsl	FRCentre de Mathématiques Appliquées - CMA|FRCentre de Morphologie Mathématique - CMM|FRCentre de Robotique|FRCentre d’Economie Industrielle - CERNA|FRInstitut Supérieur d'Ingénierie et Gestion de l'Environnement - ISIGE|FRInstitut des Hautes Études pour l’Innovation et l’Entreprenariat - IHEIE
universitycollegelondon	auUCL Australia
universityofathens	GRAgricultural University of Athens|GRHarokopio University of Athens
universityofburgundy	frUniversité de Bourgogne
universityofcordoba	COUniversity of Córdoba
universityoffranchecomte	frUniversité de Franche-Comté
universityofillinois	USPeoria campus of the University of Illinois System|USUniversity of Illinois Chicago|USUniversity of Illinois Chicago, Rockford campus|USUniversity of Illinois System|USUniversity of Illinois at Springfield
universityofkrakow	PLUniwersytet Komisji Edukacji Narodowej w Krakowie
universityofmalaya	MYTropical Infectious Diseases Research & Education Centre|MYUniversity of Malaya
universityofmaryland	USUniversity of Maryland Center for Environmental Science|USUniversity of Maryland Eastern Shore|USUniversity of Maryland, Baltimore|USUniversity of Maryland, Baltimore County
universityofnewengland	AUUniversity of New England
universityofnordland	noUniversity of Nordland
universityofpalermo	ARUniversity of Palermo
universityofparis	FRInstitut catholique de paris|FRParis-Est Sup|frParis-Sorbonne University|frUniversité Paris-Seine
universityofprovence	frUniversité de Provence Aix-Marseille I
universityofsocialsciencesandhumanities	VNHo Chi Minh City University of Social Sciences and Humanities|VNVNU University of Social Sciences and Humanities
universityofthefrenchwestindiesandguiana	gpUniversity of the French West Indies and Guiana
universityofthemediterranean	frUniversité de la Méditerranée Aix-Marseille II
universityoftoulouse	FRInstitut catholique de toulouse|FRUniversité Toulouse - Jean Jaurès|FRUniversité de Toulouse
universityofvalenciennesandhainautcambresis	frUniversité de Valenciennes et du Hainaut-Cambrésis
universityofwesternbrittany	frUniversité de Bretagne Occidentale
uo	BFUniversité Joseph Ki-Zerbo|CUUniversidad de Oriente|PKUniversity of Okara|USUniversity of Oklahoma|USUniversity of Oregon
uoa	LYUniversity of Ajdabiya
uoc	CAUniversity of Calgary=UoC|LKUniversity of Colombo=UoC|PKUniversity of Chakwal|TWUnited Orthopedic (Taiwan)
uog	GUUniversity of Guam|IQUniversity of Garmian|PKUniversity of Gujrat
uon	AUUniversity of Newcastle Australia=UoN|OMUniversity of Nizwa=UoN|PKUniversity of Narowal
up	ARUniversity of Palermo|BJUniversité de Parakou|MXUniversidad Panamericana|PEUniversity of the Pacific|PHUniversity of the Philippines System|THUniversity of Phayao|USUniversity of Portland
upc	ARUniversidad Provincial de Córdoba|PEPeruvian University of Applied Sciences
upf	BRUniversidade de Passo Fundo|MAUniversité Privée de Fès
uphf	frUniversité de Valenciennes et du Hainaut-Cambrésis
upm	CZMuseum of Decorative Arts in Prague|MYUniversiti Putra Malaysia|PHUniversity of the Philippines Manila
upmc	USUniversity of Pittsburgh Medical Center
upt	ALPolytechnic University of Tirana|PEUniversidad Privada de Tacna|PTUniversidade Portucalense
upv	CLUniversidad del Alba|CZIndustrial Property Office=ÚPV|MXUniversidad Politécnica de Victoria|PHUniversity of the Philippines Visayas
ur	ESUniversidad de La Rioja|RWUniversity of Rwanda|USUniversity of Richmond
us	BAUniversity Sinergija|FOUmhvørvisstovan|PLUniversity of Silesia in Katowice=UŚ
usal	ARUniversidad del Salvador|LBUniversity of Sciences and Arts in Lebanon
usb	CAUniversité de Saint-Boniface|CHUniversity Hospital of Basel|USUnited Soybean Board
usc	AUUniversity of the Sunshine Coast|PRUniversity of The Sacred Heart|USUniversity of South Carolina|USUniversity of Southern California
usn	USUniversity School of Nashville
usp	FJUniversity of the South Pacific|IDUniversitas Safin Pati|SBUniversity of the South Pacific - Solomon Islands Campus
ustp	PHUniversity of Science and Technology of Southern Philippines|STUniversidade de São Tomé e Príncipe
ut	COUniversity of Tolima|FRUniversité de Toulouse|MXUniversidad Tecnológica de Nayarit|MXUniversidad Tecnológica de San Luis Potosí|SDUniversity of Technology|SNUniversité de Thiès|TWUniversity of Taipei|USUniversity of Tennessee at Knoxville
uta	ECUniversidad Técnica de Ambato|MXUniversidad Tecnológica de Altamira, Tamaulipas
utc	BDUttara Town College|ECUniversidad Técnica de Cotopaxi|MXUniversidad Tecnologica de Cancun|MXUniversidad Tecnológica de Calvillo|MXUniversidad Tecnológica de Coahuila|TNUniversité Tunis Carthage|USUniversity Transportation Center, Missouri University of Science and Technology|USUniversity Transportation Centers Program|USUniversity of Tennessee at Chattanooga|VNUniversity of Transport and Communications|caUnited Technologies (Canada)|deUnited Technologies (Germany)|gbUnited Technologies (United Kingdom)|usUnited Technologies (United States)
utl	MXUniversidad Tecnológica de León
utp	BGUniversity of Telecommunications and Post|COTechnological University of Pereira|IDUniversitas Tunas Pembangunan|MXUniversidad Tecnológica de Puebla|MYUniversiti Teknologi Petronas|PEUniversidad Tecnológica del Perú|PLBydgoszcz University of Science and Technology
uts	BFUniversité Thomas SANKARA|MYUniversity of Technology Sarawak|USHJ International Graduate School for Peace and Public Leadership
utu	IDUniversitas Teuku Umar|INUka Tarsadia University|USUtah Tech University
uu	GBUniversity of Ulster|INUnited University|INUttaranchal University|USUniversity of Utah
uv	CLUniversity of Valparaíso|ESUniversidad Villanueva|PTUniversidade Fernando Pessoa Universidade Virtual
uva	USUniversity of Virginia|USUrology of Virginia
uw	CAUniversity of Waterloo|USUniversity of Washington|USUniversity of Wisconsin–Madison|USUniversity of Wyoming
uwm	IDUniversitas Wisnuwardhana Malang|USUniversity of Wisconsin–Milwaukee
vsb	USVirginia Soybean Board
vu	AUVictoria University|BDVarendra University|INVishwakarma University|IRVelayat University|PKVirtual University of Pakistan|USValparaiso University|USVillanova University
vub	HRVeleučilište u Bjelovaru
vut	ZAVaal University of Technology
wmu	CNWeifang Medical University|USWestern Michigan University
wu	CNWuzhou University|ETWollega University|NGWigwe University|USWashburn University
wut	CNWuhan University of Technology|ROWest University of Timişoara
~abo academy	FIStiftelsen för Åbo Akademi
~mate	ECMinisterio del Ambiente, Agua y Transición Ecológica=MAATE|MYMalaysian Maritime Academy=MATES
~unibo	IDUniversitas Bosowa=UNIBOS
~unica	SVUniversidad Católica de El Salvador=UNICAES
~unican	PYUniversidad Nacional de Canindeyú=UNICAN
~university aix marseille	frUniversité de Provence Aix-Marseille I
~university ande	VEUniversity of the Andes
~university bordeaux	frUniversité Bordeaux-I
~university bretagne occidentale	frUniversité de Bretagne Occidentale
~university cordoba	usCordoba University
~university freiburg	CHUniversity of Fribourg
~university illinoi	USUniversity of Illinois System
~university london	GBUniversity of London
~university maine	USUniversity of Maine
~university mediterranean	MEMediterranean University
~university mila	MYMILA University
~university minnesota	USUniversity of Minnesota System
~university montpellier	frUniversité Montpellier 1
~university palermo	ARUniversity of Palermo
~university provence	frUniversité de Provence Aix-Marseille I
~university renne	frUniversité Rennes 1
~university renne 1	frUniversité Rennes 1
~university tartu	SYUniversity of Tartus
~university toulouse	FRUniversité de Toulouse
~university toulouse capitole	frUniversité Toulouse-I-Capitole
~university valencienne hainaut cambresi	frUniversité de Valenciennes et du Hainaut-Cambrésis
~university weimar	USWeimar University
~university york	CAYork University|USYork University
~vive	DKVIVE - The Danish Center for Social Science Research=VIVE
भरतयततरजञनससथ	INIndian Institute of Technology Delhi|INIndian Institute of Technology Guwahati
"""
