"""The country codes that records may use (ISO 3166-1 alpha-2, as assigned in 2026).

What callers write as ``country=`` is read in ``_arguments``.
"""

from functools import cache
from typing import Final

__all__ = ["COUNTRIES", "NORDIC", "country_names"]

_CODES: Final = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA
    CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA
    GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS
    MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS
    RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW
    TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""

COUNTRIES: Final = frozenset(_CODES.split())

NORDIC: Final = frozenset({"AX", "DK", "FI", "FO", "GL", "IS", "NO", "SE"})
"""The Nordic countries, with Åland, the Faroe Islands and Greenland."""

_WRITTEN: Final = """
    AD Andorra; AE United Arab Emirates, UAE; AF Afghanistan; AL Albania; AM Armenia; AO Angola; AR Argentina;
    AT Austria, Österreich, AUT; AU Australia; AX Åland, Åland Islands; AZ Azerbaijan; BA Bosnia and Herzegovina,
    Bosnia; BB Barbados; BD Bangladesh; BE Belgium, Belgique, België; BF Burkina Faso; BG Bulgaria; BH Bahrain;
    BI Burundi; BJ Benin; BN Brunei; BO Bolivia; BR Brazil, Brasil; BS Bahamas; BT Bhutan; BW Botswana; BY Belarus;
    BZ Belize; CA Canada; CD Democratic Republic of the Congo, DR Congo; CG Congo; CH Switzerland, Schweiz, Suisse,
    Svizzera; CI Côte d'Ivoire, Ivory Coast; CL Chile; CM Cameroon, Cameroun; CN China, PR China, P R China,
    People's Republic of China; CO Colombia; CR Costa Rica; CU Cuba; CV Cape Verde, Cabo Verde; CY Cyprus;
    CZ Czech Republic, Czechia; DE Germany, Deutschland, FRG; DK Denmark, Danmark, Den; DO Dominican Republic;
    DZ Algeria; EC Ecuador; EE Estonia, Eesti; EG Egypt; ES Spain, España; ET Ethiopia; FI Finland, Suomi; FJ Fiji;
    FO Faroe Islands, Føroyar, Faroes; FR France; GA Gabon; GB United Kingdom, UK, U K, Great Britain, England,
    Scotland, Wales, Northern Ireland; GH Ghana; GL Greenland, Grønland, Kalaallit Nunaat; GM Gambia; GN Guinea;
    GR Greece, EL, Hellas; GT Guatemala; GY Guyana; HK Hong Kong; HN Honduras; HR Croatia, Hrvatska; HT Haiti;
    HU Hungary; ID Indonesia; IE Ireland; IL Israel; IN India; IQ Iraq; IR Iran; IS Iceland, Ísland; IT Italy, Italia;
    JM Jamaica; JO Jordan; JP Japan; KE Kenya; KG Kyrgyzstan; KH Cambodia; KR South Korea, Korea, Republic of Korea;
    KW Kuwait; KZ Kazakhstan; LA Laos; LB Lebanon; LI Liechtenstein; LK Sri Lanka; LR Liberia; LS Lesotho;
    LT Lithuania; LU Luxembourg; LV Latvia; LY Libya; MA Morocco, Maroc; MC Monaco; MD Moldova; ME Montenegro;
    MG Madagascar; MK North Macedonia, Macedonia; ML Mali; MM Myanmar; MN Mongolia; MO Macau, Macao; MT Malta;
    MU Mauritius; MW Malawi; MX Mexico, México; MY Malaysia; MZ Mozambique; NA Namibia; NE Niger; NG Nigeria;
    NI Nicaragua; NL Netherlands, The Netherlands, Holland, Nederland; NO Norway, Norge, Noreg; NP Nepal;
    NZ New Zealand; OM Oman; PA Panama; PE Peru; PG Papua New Guinea; PH Philippines; PK Pakistan; PL Poland, Polska;
    PR Puerto Rico; PS Palestine; PT Portugal; PY Paraguay; QA Qatar; RO Romania; RS Serbia; RU Russia,
    Russian Federation; RW Rwanda; SA Saudi Arabia; SD Sudan; SE Sweden, Sverige; SG Singapore; SI Slovenia;
    SK Slovakia; SN Senegal; SO Somalia; SS South Sudan; SV El Salvador; SY Syria; TD Chad; TG Togo; TH Thailand;
    TJ Tajikistan; TM Turkmenistan; TN Tunisia; TR Turkey, Türkiye; TT Trinidad and Tobago; TW Taiwan; TZ Tanzania;
    UA Ukraine; UG Uganda; US United States, United States of America, USA, U S A, U S; UY Uruguay; UZ Uzbekistan;
    VE Venezuela; VN Vietnam, Viet Nam; YE Yemen; ZA South Africa; ZM Zambia; ZW Zimbabwe
"""


@cache
def country_names() -> dict[str, str]:
    """Return country codes by what people write for them, without case.

    Georgia and Jersey are left out: they are states as well.
    """
    return {
        name.strip().casefold(): entry.strip()[:2]
        for entry in " ".join(_WRITTEN.split()).split(";")
        for name in entry.strip()[2:].split(",")
    }
