"""Words that stand in a name and are no part of it, and small words within names."""

from dedupe.spelling import listed

HONORIFICS = listed(
    """
    dr dra prof professor mr mrs ms miss mx sir madam lord lady dame rev reverend hon fr
    pastor rabbi capt captain col maj lt sgt gen eng ing engr arch adv ca dipl dipling univ
    univprof drmed drrer drreroec herr frau hr fru mme mlle m mons monsieur madame signor
    signora sig sigra avv dott dottssa dottore sr sra srta don dona mag magister doc mgr inz
    shri smt sri haji hajj sheikh ir drs mba phd hc
    """
)
"""Titles before a name, without points."""

DEGREES = listed(
    """
    phd md mba msc bsc ma ba bs ms mphil dphil jd llm llb esq cpa cfa pmp csm cissp rn pe
    shrmscp shrmcp fcca acca aca cfp phr sphr dds dvm do np pa od edd dba mph mpa med meng
    beng bcom mcom cisa cism ccna pgdm itil psm safe facs frcs mrcp cphr chrp gphr ceng
    mimeche frsa fca ca cma cia cams ccim aia leed ap riba mrics frics pmi acp spc cspo
    sixsigma lssbb cebs rd lcsw mft lmft lion mstat mfa bfa btech mtech be me obe mbe cbe kc
    qc
    """
)
"""Letters after a name: degrees, licences, memberships."""

PARTICLES = listed(
    """
    van von vom zu zum zur de del della delle degli dei di da das do dos du des der den ter
    ten te la las le les lo los el al bin ibn ben abu af av y e st saint san santa mac mc o d
    """
)
"""Small words that belong to the family name after them."""

TWO_SYLLABLE_FAMILIES = listed(
    """
    欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 남궁 황보 제갈 선우
    """
)
"""Family names of two characters or syllables, in their own script."""

GENERATIONS = {
    "jr": 2,
    "junior": 2,
    "sr": 1,
    "senior": 1,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "filho": 2,
    "fils": 2,
    "neto": 3,
    "pere": 1,
}
"""Words after a name, and the rank they give: 1 for the elder, 2 for the younger, and so on."""
