# Licenses: the table of those that packages name, most by their SPDX identifier, and how they combine. The length of the
# table is the reason for the length of this file.
lib:
let
  known = spdxId: fullName: { inherit spdxId fullName; };

  # Names that leave open whether later versions count.
  outdated = spdxId: fullName: known spdxId fullName // { deprecated = true; };

  license =
    name:
    {
      shortName ? name,
      free ? true,
      deprecated ? false,
      redistributable ? free,
      ...
    }@facts:
    {
      inherit deprecated free redistributable shortName;
      licenseType = "simple";
    }
    // lib.optionalAttrs (facts ? spdxId) {
      inherit (facts) spdxId;
      url = "https://spdx.org/licenses/${facts.spdxId}.html";
    }
    // builtins.intersectAttrs { url = null; fullName = null; } facts;

  # What a combination is, of what its parts are.
  combine =
    permissive: evaluate: license:
    let
      some = if permissive then builtins.any else builtins.all;
      every = if permissive then builtins.all else builtins.any;
    in
    if license.licenseType == "compound" then
      if license.operator == "OR" then some evaluate license.licenses
      else if license.operator == "AND" then every evaluate license.licenses
      else throw "Unknown license operator"
    else if license.licenseType == "exception" then evaluate license.license && evaluate license.exception
    else if license.licenseType == "plus" then evaluate license.license
    else throw "Unknown license type or legacy license";

  evaluateProperty =
    predicate: permissive: license:
    if license.licenseType == "simple" then predicate license
    else combine permissive (evaluateProperty predicate permissive) license;
  evaluateNamedProperty = name: evaluateProperty (license: license.${name});

  toSPDX =
    license:
    let
      inner =
        part:
        if part.licenseType == "compound" || part.licenseType == "exception" then "(${toSPDX part})" else toSPDX part;
    in
    if license.licenseType == "simple" then license.spdxId or "LicenseRef-nixos-${license.shortName}"
    else if license.licenseType == "compound" then
      lib.concatMapStringsSep " ${license.operator} " inner license.licenses
    else if license.licenseType == "exception" then
      "${inner license.license} ${license.operator} ${inner license.exception}"
    else if license.licenseType == "plus" then "${inner license.license}${license.operator}"
    else throw "Unknown license type";

  compound = operator: licenses: {
    licenseType = "compound";
    inherit licenses operator;
  };

  table = {
    abstyles = known "Abstyles" "Abstyles License";
    adobeDisplayPostScript = known "Adobe-Display-PostScript" "Adobe Display PostScript License";
    adobeUtopia = known "Adobe-Utopia" "Adobe Utopia Font License";
    afl20 = known "AFL-2.0" "Academic Free License v2.0";
    afl21 = known "AFL-2.1" "Academic Free License v2.1";
    afl3 = known "AFL-3.0" "Academic Free License v3.0";
    agpl3Only = known "AGPL-3.0-only" "GNU Affero General Public License v3.0 only";
    agpl3Plus = known "AGPL-3.0-or-later" "GNU Affero General Public License v3.0 or later";
    aml = known "AML" "Apple MIT License";
    ampas = known "AMPAS" "Academy of Motion Picture Arts and Sciences BSD";
    apple-psl10 = known "APSL-1.0" "Apple Public Source License 1.0";
    apple-psl20 = known "APSL-2.0" "Apple Public Source License 2.0";
    arphicpl = known "Arphic-1999" "Arphic Public License";
    artistic1 = known "Artistic-1.0" "Artistic License 1.0";
    artistic1-cl8 = known "Artistic-1.0-cl8" "Artistic License 1.0 w/clause 8";
    artistic2 = known "Artistic-2.0" "Artistic License 2.0";
    asl11 = known "Apache-1.1" "Apache License 1.1";
    asl20 = known "Apache-2.0" "Apache License 2.0";
    baekmuk = known "Baekmuk" "Baekmuk License";
    beerware = known "Beerware" "Beerware License";
    bitTorrent10 = known "BitTorrent-1.0" " BitTorrent Open Source License v1.0";
    bitTorrent11 = known "BitTorrent-1.1" " BitTorrent Open Source License v1.1";
    bitstreamCharter = known "Bitstream-Charter" "Bitstream Charter Font License";
    bitstreamVera = known "Bitstream-Vera" "Bitstream Vera Font License";
    blueOak100 = known "BlueOak-1.0.0" "Blue Oak Model License 1.0.0";
    boehmGC = known "Boehm-GC" "Boehm-Demers-Weiser GC License";
    bola11 = known "BOLA-1.1" "Buena Onda License Agreement v1.1";
    boost = known "BSL-1.0" "Boost Software License 1.0";
    bsd0 = known "0BSD" "BSD Zero Clause License";
    bsd1 = known "BSD-1-Clause" "BSD 1-Clause License";
    bsd2 = known "BSD-2-Clause" "BSD 2-clause \"Simplified\" License";
    bsd2Patent = known "BSD-2-Clause-Patent" "BSD-2-Clause Plus Patent License";
    bsd2WithViews = known "BSD-2-Clause-Views" "BSD 2-Clause with views sentence";
    bsd3 = known "BSD-3-Clause" "BSD 3-clause \"New\" or \"Revised\" License";
    bsd3ClauseTso = known "BSD-3-Clause-Tso" "BSD 3-Clause Tso variant";
    bsd3Clear = known "BSD-3-Clause-Clear" "BSD 3-Clause Clear License";
    bsd3Lbnl = known "BSD-3-Clause-LBNL" "Lawrence Berkeley National Labs BSD variant license";
    bsd3Modification = known "BSD-3-Clause-Modification" "BSD 3-Clause Modification";
    bsdOriginal = known "BSD-4-Clause" "BSD 4-clause \"Original\" or \"Old\" License";
    bsdOriginalShortened = known "BSD-4-Clause-Shortened" "BSD 4 Clause Shortened";
    bsdOriginalUC = known "BSD-4-Clause-UC" "BSD 4-Clause University of California-Specific";
    bsdProtection = known "BSD-Protection" "BSD Protection License";
    bsdSourceCode = known "BSD-Source-Code" "BSD Source Code Attribution";
    bzip2 = known "bzip2-1.0.6" "bzip2 and libbzip2 License v1.0.6";
    cal10 = known "CAL-1.0" "Cryptographic Autonomy License version 1.0 (CAL-1.0)";
    caldera = known "Caldera" "Caldera License";
    capec = known "CAPEC-tou" "Common Attack Pattern Enumeration and Classification License";
    cc-by-10 = known "CC-BY-1.0" "Creative Commons Attribution 1.0";
    cc-by-20 = known "CC-BY-2.0" "Creative Commons Attribution 2.0";
    cc-by-30 = known "CC-BY-3.0" "Creative Commons Attribution 3.0";
    cc-by-40 = known "CC-BY-4.0" "Creative Commons Attribution 4.0";
    cc-by-sa-10 = known "CC-BY-SA-1.0" "Creative Commons Attribution Share Alike 1.0";
    cc-by-sa-20 = known "CC-BY-SA-2.0" "Creative Commons Attribution Share Alike 2.0";
    cc-by-sa-25 = known "CC-BY-SA-2.5" "Creative Commons Attribution Share Alike 2.5";
    cc-by-sa-30 = known "CC-BY-SA-3.0" "Creative Commons Attribution Share Alike 3.0";
    cc-by-sa-40 = known "CC-BY-SA-4.0" "Creative Commons Attribution Share Alike 4.0";
    cc-sa-10 = known "CC-SA-1.0" "Creative Commons Share Alike 1.0";
    cc0 = known "CC0-1.0" "Creative Commons Zero v1.0 Universal";
    cddl = known "CDDL-1.0" "Common Development and Distribution License 1.0";
    cecill-b = known "CECILL-B" "CeCILL-B Free Software License Agreement";
    cecill-c = known "CECILL-C" "CeCILL-C Free Software License Agreement";
    cecill20 = known "CECILL-2.0" "CeCILL Free Software License Agreement v2.0";
    cecill21 = known "CECILL-2.1" "CeCILL Free Software License Agreement v2.1";
    cfitsio = known "CFITSIO" "CFITSIO License";
    clArtistic = known "ClArtistic" "Clarified Artistic License";
    classpathException20 = known "Classpath-exception-2.0" "Classpath exception 2.0";
    cnri-python = known "CNRI-Python" "CNRI Python License";
    cpal10 = known "CPAL-1.0" "Common Public Attribution License 1.0";
    cpl10 = known "CPL-1.0" "Common Public License 1.0";
    cronyx = known "Cronyx" "Cronyx License";
    curl = known "curl" "curl License";
    dec3Clause = known "DEC-3-Clause" "DEC 3-Clause License";
    doc = known "DOC" "DOC License";
    docBookDtd = known "DocBook-DTD" "DocBook DTD License";
    drl10 = known "DRL-1.0" "Detection Rule License 1.0";
    dtoa = known "dtoa" "dtoa License";
    efl10 = known "EFL-1.0" "Eiffel Forum License v1.0";
    efl20 = known "EFL-2.0" "Eiffel Forum License v2.0";
    epl10 = known "EPL-1.0" "Eclipse Public License 1.0";
    epl20 = known "EPL-2.0" "Eclipse Public License 2.0";
    eupl11 = known "EUPL-1.1" "European Union Public License 1.1";
    eupl12 = known "EUPL-1.2" "European Union Public License 1.2";
    fair = known "Fair" "Fair License";
    fdl11Only = known "GFDL-1.1-only" "GNU Free Documentation License v1.1 only";
    fdl11Plus = known "GFDL-1.1-or-later" "GNU Free Documentation License v1.1 or later";
    fdl12Only = known "GFDL-1.2-only" "GNU Free Documentation License v1.2 only";
    fdl12Plus = known "GFDL-1.2-or-later" "GNU Free Documentation License v1.2 or later";
    fdl13Only = known "GFDL-1.3-only" "GNU Free Documentation License v1.3 only";
    fdl13Plus = known "GFDL-1.3-or-later" "GNU Free Documentation License v1.3 or later";
    fontException = known "Font-exception-2.0" "Font exception 2.0";
    fraunhofer-fdk = known "FDK-AAC" "Fraunhofer FDK AAC Codec Library";
    ftl = known "FTL" "Freetype Project License";
    giftware = known "Giftware" "Giftware License";
    gnuplot = known "gnuplot" "gnuplot License";
    gpl1Only = known "GPL-1.0-only" "GNU General Public License v1.0 only";
    gpl1Plus = known "GPL-1.0-or-later" "GNU General Public License v1.0 or later";
    gpl2Only = known "GPL-2.0-only" "GNU General Public License v2.0 only";
    gpl2Plus = known "GPL-2.0-or-later" "GNU General Public License v2.0 or later";
    gpl3Only = known "GPL-3.0-only" "GNU General Public License v3.0 only";
    gpl3Plus = known "GPL-3.0-or-later" "GNU General Public License v3.0 or later";
    hpnd = known "HPND" "Historic Permission Notice and Disclaimer";
    hpndDec = known "HPND-DEC" "Historical Permission Notice and Disclaimer - DEC variant";
    hpndDoc = known "HPND-doc" "Historical Permission Notice and Disclaimer - documentation variant";
    hpndDocSell = known "HPND-doc-sell" "Historical Permission Notice and Disclaimer - documentation sell variant";
    hpndSellVariant = known "HPND-sell-variant" "Historical Permission Notice and Disclaimer - sell variant";
    hpndSellVariantMitDisclaimerXserver = known "HPND-sell-MIT-disclaimer-xserver" "Historical Permission Notice and Disclaimer - sell xserver variant with MIT disclaimer";
    hpndSellVariantSafetyClause = known "HPND-sell-variant-critical-systems" "HPND - sell variant with safety critical systems clause";
    hpndUc = known "HPND-UC" "Historical Permission Notice and Disclaimer - University of California variant";
    hyphenBulgarian = known "hyphen-bulgarian" "hyphen-bulgarian License";
    iasl = known "Intel-ACPI" "Intel ACPI Software License Agreement";
    icu = known "ICU" "ICU";
    ijg = known "IJG" "Independent JPEG Group License";
    imagemagick = known "ImageMagick" "ImageMagick License";
    imlib2 = known "Imlib2" "Imlib2 License";
    info-zip = known "Info-ZIP" "Info-ZIP License";
    interbase = known "Interbase-1.0" "Interbase Public License v1.0";
    ipa = known "IPA" "IPA Font License";
    ipl10 = known "IPL-1.0" "IBM Public License v1.0";
    isc = known "ISC" "ISC License";
    knuth = known "Knuth-CTAN" "Knuth CTAN License";
    lal12 = known "LAL-1.2" "Licence Art Libre 1.2";
    lal13 = known "LAL-1.3" "Licence Art Libre 1.3";
    lgpl21Only = known "LGPL-2.1-only" "GNU Lesser General Public License v2.1 only";
    lgpl21Plus = known "LGPL-2.1-or-later" "GNU Lesser General Public License v2.1 or later";
    lgpl2Only = known "LGPL-2.0-only" "GNU Library General Public License v2 only";
    lgpl2Plus = known "LGPL-2.0-or-later" "GNU Library General Public License v2 or later";
    lgpl3Only = known "LGPL-3.0-only" "GNU Lesser General Public License v3.0 only";
    lgpl3Plus = known "LGPL-3.0-or-later" "GNU Lesser General Public License v3.0 or later";
    lgpllr = known "LGPLLR" "Lesser General Public License For Linguistic Resources";
    libpng = known "Libpng" "libpng License";
    libpng2 = known "libpng-2.0" "PNG Reference Library version 2";
    libtiff = known "libtiff" "libtiff License";
    liliq-p-11 = known "LiLiQ-P-1.1" "Licence Libre du Québec – Permissive version 1.1";
    llvm-exception = known "LLVM-exception" "LLVM Exception";
    lpl-102 = known "LPL-1.02" "Lucent Public License v1.02";
    lppl1 = known "LPPL-1.0" "LaTeX Project Public License v1.0";
    lppl12 = known "LPPL-1.2" "LaTeX Project Public License v1.2";
    lppl13a = known "LPPL-1.3a" "LaTeX Project Public License v1.3a";
    lppl13c = known "LPPL-1.3c" "LaTeX Project Public License v1.3c";
    lsof = known "lsof" "lsof License";
    miros = known "MirOS" "MirOS License";
    mit = known "MIT" "MIT License";
    mit-cmu = known "MIT-CMU" "CMU License";
    mit-enna = known "MIT-enna" "enna License";
    mit-feh = known "MIT-feh" "feh License";
    mit-modern = known "MIT-Modern-Variant" "MIT License Modern Variant";
    mit0 = known "MIT-0" "MIT No Attribution";
    mitAdvertising = known "MIT-advertising" "Enlightenment License (e16)";
    mitOpenGroup = known "MIT-open-group" "MIT Open Group variant";
    mpich2 = known "mpich2" "mpich2 License";
    mpl10 = known "MPL-1.0" "Mozilla Public License 1.0";
    mpl11 = known "MPL-1.1" "Mozilla Public License 1.1";
    mpl20 = known "MPL-2.0" "Mozilla Public License 2.0";
    mplus = known "mplus" "M+ Font License";
    mspl = known "MS-PL" "Microsoft Public License";
    mulan-psl2 = known "MulanPSL-2.0" "Mulan Permissive Software License, Version 2";
    naist-2003 = known "NAIST-2003" "Nara Institute of Science and Technology License (2003)";
    ncsa = known "NCSA" "University of Illinois/NCSA Open Source License";
    ngpl = known "NGPL" "Nethack General Public License";
    nistSoftware = known "NIST-Software" "NIST Software License";
    nlpl = known "NLPL" "No Limit Public License";
    nposl3 = known "NPOSL-3.0" "Non-Profit Open Software License 3.0";
    ntp = known "NTP" "NTP License";
    ocamlLgplLinkingException = known "OCaml-LGPL-linking-exception" "OCaml LGPL Linking Exception";
    odbl = known "ODbL-1.0" "Open Data Commons Open Database License v1.0";
    ofl = known "OFL-1.1" "SIL Open Font License 1.1";
    oml = known "OML" "Open Market License";
    openldap = known "OLDAP-2.8" "Open LDAP Public License v2.8";
    openssl = known "OpenSSL" "OpenSSL License";
    opubl = known "OPUBL-1.0" "Open Publication License v1.0";
    osl2 = known "OSL-2.0" "Open Software License 2.0";
    osl21 = known "OSL-2.1" "Open Software License 2.1";
    osl3 = known "OSL-3.0" "Open Software License 3.0";
    paratype = known "ParaType-Free-Font-1.3" "ParaType Free Font Licensing Agreement v1.3";
    parity70 = known "Parity-7.0.0" "Parity Public License 7.0.0";
    php301 = known "PHP-3.01" "PHP License v3.01";
    postgresql = known "PostgreSQL" "PostgreSQL License";
    psfl = known "Python-2.0" "Python Software Foundation License version 2";
    qhull = known "Qhull" "Qhull License";
    qpl = known "QPL-1.0" "Q Public License 1.0";
    qwtException = known "Qwt-exception-1.0" "Qwt exception 1.0";
    ruby = known "Ruby" "Ruby License";
    sendmail = known "Sendmail" "Sendmail License";
    sgi-b-20 = known "SGI-B-2.0" "SGI Free Software License B v2.0";
    sgmlug = known "SGMLUG-PM" "SGMLUG Parser Materials License";
    sissl11 = known "SISSL" "Sun Industry Standards Source License 1.1";
    sleepycat = known "Sleepycat" "Sleepycat License";
    smail = known "SMAIL-GPL" "SMAIL General Public License";
    smlnj = known "SMLNJ" "Standard ML of New Jersey License";
    tcltk = known "TCL" "TCL/TK License";
    tcpWrappers = known "TCP-wrappers" "TCP Wrappers License";
    tekHvcLicense = known "TekHVC" "TekHVC License";
    torque11 = known "TORQUE-1.1" "TORQUE v2.5+ Software License v1.1";
    tost = known "Pixar" "Tomorrow Open Source Technology License 1.0";
    ubdlException = known "UBDL-exception" "Unmodified Binary Distribution exception";
    ufl = known "Ubuntu-font-1.0" "Ubuntu Font License 1.0";
    unicode-30 = known "Unicode-3.0" "Unicode License v3";
    unicode-dfs-2015 = known "Unicode-DFS-2015" "Unicode License Agreement - Data Files and Software (2015)";
    unicode-dfs-2016 = known "Unicode-DFS-2016" "Unicode License Agreement - Data Files and Software (2016)";
    unicodeTOU = known "Unicode-TOU" "Unicode Terms of Use";
    universalFOSSException-10 = known "Universal-FOSS-exception-1.0" "Universal FOSS Exception, Version 1.0";
    unlicense = known "Unlicense" "The Unlicense";
    upl = known "UPL-1.0" "Universal Permissive License";
    vim = known "Vim" "Vim License";
    vsl10 = known "VSL-1.0" "Vovida Software License v1.0";
    w3c = known "W3C" "W3C Software Notice and License";
    w3c-19980720 = known "W3C-19980720" "W3C Software Notice and License (1998-07-20)";
    wtfpl = known "WTFPL" "Do What The F*ck You Want To Public License";
    wxWindowsException31 = known "WxWindows-exception-3.1" "wxWindows Library Licence, Version 3.1";
    x11 = known "X11" "X11 License";
    x11NoPermitPersons = known "X11-no-permit-persons" "X11 no permit persons clause";
    xerox = known "Xerox" "Xerox License";
    xfig = known "Xfig" "xfig";
    xinetd = known "xinetd" "xinetd License";
    xskat = known "XSkat" "XSkat License";
    zlib = known "Zlib" "zlib License";
    zpl20 = known "ZPL-2.0" "Zope Public License 2.0";
    zpl21 = known "ZPL-2.1" "Zope Public License 2.1";
    acsl14 = {
      fullName = "Anti-Capitalist Software License v1.4";
      url = "https://anticapitalist.software/";
      free = false;
    };
    activision = {
      fullName = "Activision EULA";
      url = "https://www.doomworld.com/eternity/activision_eula.txt";
      free = false;
    };
    aladdin = {
      spdxId = "Aladdin";
      fullName = "Aladdin Free Public License";
      free = false;
    };
    amazonsl = {
      fullName = "Amazon Software License";
      url = "https://aws.amazon.com/asl/";
      free = false;
    };
    amd = {
      fullName = "AMD License Agreement";
      url = "https://developer.amd.com/amd-license-agreement/";
      free = false;
    };
    aom = {
      fullName = "Alliance for Open Media Patent License 1.0";
      url = "https://aomedia.org/license/patent-license/";
    };
    bsdAxisNoDisclaimerUnmodified = {
      fullName = "BSD-Axis without Warranty Disclaimer with Unmodified requirement";
      url = "https://scancode-licensedb.aboutcode.org/bsd-no-disclaimer-unmodified.html";
    };
    bsl11 = {
      spdxId = "BUSL-1.1";
      fullName = "Business Source License 1.1";
      free = false;
      redistributable = true;
    };
    cc-by-nc-30 = {
      spdxId = "CC-BY-NC-3.0";
      fullName = "Creative Commons Attribution Non Commercial 3.0 Unported";
      free = false;
    };
    cc-by-nc-40 = {
      spdxId = "CC-BY-NC-4.0";
      fullName = "Creative Commons Attribution Non Commercial 4.0 International";
      free = false;
    };
    cc-by-nc-nd-30 = {
      spdxId = "CC-BY-NC-ND-3.0";
      fullName = "Creative Commons Attribution Non Commercial No Derivative Works 3.0 Unported";
      free = false;
    };
    cc-by-nc-nd-40 = {
      spdxId = "CC-BY-NC-ND-4.0";
      fullName = "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International";
      free = false;
    };
    cc-by-nc-sa-20 = {
      spdxId = "CC-BY-NC-SA-2.0";
      fullName = "Creative Commons Attribution Non Commercial Share Alike 2.0";
      free = false;
    };
    cc-by-nc-sa-25 = {
      spdxId = "CC-BY-NC-SA-2.5";
      fullName = "Creative Commons Attribution Non Commercial Share Alike 2.5";
      free = false;
    };
    cc-by-nc-sa-30 = {
      spdxId = "CC-BY-NC-SA-3.0";
      fullName = "Creative Commons Attribution Non Commercial Share Alike 3.0";
      free = false;
    };
    cc-by-nc-sa-40 = {
      spdxId = "CC-BY-NC-SA-4.0";
      fullName = "Creative Commons Attribution Non Commercial Share Alike 4.0";
      free = false;
    };
    cc-by-nd-30 = {
      spdxId = "CC-BY-ND-3.0";
      fullName = "Creative Commons Attribution-No Derivative Works v3.00";
      free = false;
    };
    cc-by-nd-40 = {
      spdxId = "CC-BY-ND-4.0";
      fullName = "Creative Commons Attribution-No Derivative Works v4.0";
      free = false;
    };
    cockroachdb-community-license = {
      fullName = "CockroachDB Community License Agreement";
      url = "https://www.cockroachlabs.com/cockroachdb-community-license/";
      free = false;
    };
    commons-clause = {
      fullName = "Commons Clause License";
      url = "https://commonsclause.com/";
      free = false;
    };
    databricks = {
      fullName = "Databricks License";
      url = "https://www.databricks.com/legal/db-license";
      free = false;
    };
    databricks-dbx = {
      fullName = "DataBricks eXtensions aka dbx License";
      url = "https://github.com/databrickslabs/dbx/blob/743b579a4ac44531f764c6e522dbe5a81a7dc0e4/LICENSE";
      free = false;
    };
    databricks-license = {
      fullName = "Databricks License";
      url = "https://www.databricks.com/legal/db-license";
      free = false;
    };
    eapl = {
      fullName = "EPSON AVASYS PUBLIC LICENSE";
      url = "https://avasys.jp/hp/menu000000700/hpg000000603.htm";
      free = false;
    };
    ecl20 = {
      spdxId = "ECL-2.0";
      fullName = "Educational Community License, Version 2.0";
      shortName = "ECL 2.0";
    };
    elastic20 = {
      spdxId = "Elastic-2.0";
      fullName = "Elastic License 2.0";
      free = false;
    };
    enpl = {
      fullName = "Emmi AI Non-Production License";
      url = "https://github.com/Emmi-AI/noether/blob/main/LICENSE.txt";
      free = false;
      redistributable = true;
    };
    epson = {
      fullName = "Seiko Epson Corporation Software License Agreement for Linux";
      url = "https://download.ebz.epson.net/dsc/du/02/eula/global/LINUX_EN.html";
      free = false;
    };
    fairsource09 = {
      fullName = "Fair Source License, version 0.9";
      url = "https://fair.io/v0.9.txt";
      free = false;
      redistributable = true;
    };
    ffsl = {
      fullName = "Floodgap Free Software License";
      url = "https://www.floodgap.com/software/ffsl/license.html";
      free = false;
    };
    free = {
      fullName = "Unspecified free software license";
    };
    fsl11Asl20 = {
      spdxId = "FSL-1.1-ALv2";
      fullName = "Functional Source License, Version 1.1, Apache 2.0 Future License";
      free = false;
      redistributable = true;
    };
    fsl11Mit = {
      spdxId = "FSL-1.1-MIT";
      fullName = "Functional Source License, Version 1.1, MIT Future License";
      free = false;
      redistributable = true;
    };
    g4sl = {
      fullName = "Geant4 Software License";
      url = "https://geant4.web.cern.ch/geant4/license/LICENSE.html";
    };
    generaluser = {
      fullName = "GeneralUser GS License v2.0";
      url = "https://www.schristiancollins.com/generaluser.php";
    };
    geogebra = {
      fullName = "GeoGebra Non-Commercial License Agreement";
      url = "https://www.geogebra.org/license";
      free = false;
    };
    gfl = {
      fullName = "GUST Font License";
      url = "https://www.gust.org.pl/projects/e-foundry/licenses/GUST-FONT-LICENSE.txt";
    };
    gfsl = {
      fullName = "GUST Font Source License";
      url = "https://www.gust.org.pl/projects/e-foundry/licenses/GUST-FONT-SOURCE-LICENSE.txt";
    };
    hl3 = {
      fullName = "Hippocratic License v3.0";
      url = "https://firstdonoharm.dev/version/3/0/core.txt";
      free = false;
      redistributable = true;
    };
    hpndDifferentDisclaimer = {
      fullName = "HPND with different disclaimer";
      url = "https://gitlab.freedesktop.org/xorg/proto/xorgproto/-/blob/1914233e662d23ffb3812b80fadd0bbd064ad91c/COPYING-x11proto#L69-88";
    };
    inria-compcert = {
      fullName = "INRIA Non-Commercial License Agreement for the CompCert verified compiler";
      url = "https://compcert.org/doc/LICENSE.txt";
      free = false;
    };
    inria-icesl = {
      fullName = "End User License Agreement for IceSL Software";
      url = "https://icesl.loria.fr/assets/pdf/EULA_IceSL_binary.pdf";
      free = false;
    };
    inria-zelus = {
      fullName = "INRIA Non-Commercial License Agreement for the Zélus compiler";
      url = "https://github.com/INRIA/zelus/raw/829f2b97cba93b0543a9ca0272269e6b8fdad356/LICENSE";
      free = false;
    };
    intel-eula = {
      fullName = "Intel End User License Agreement for Developer Tools";
      url = "https://software.intel.com/sites/manageability/AMT_Implementation_and_Reference_Guide/WordDocuments/intelamtsdklicense.htm";
      free = false;
    };
    issl = {
      fullName = "Intel Simplified Software License";
      url = "https://software.intel.com/en-us/license/intel-simplified-software-license";
      free = false;
    };
    json = {
      spdxId = "JSON";
      fullName = "JSON License";
      free = false;
    };
    lens = {
      fullName = "Lens Terms of Service Agreement";
      url = "https://k8slens.dev/legal/tos";
      free = false;
    };
    llgpl21 = {
      fullName = "Lisp LGPL; GNU Lesser General Public License version 2.1 with Franz Inc. preamble for clarification of LGPL terms in context of Lisp";
      url = "https://opensource.franz.com/preamble.html";
    };
    nasa13 = {
      spdxId = "NASA-1.3";
      fullName = "NASA Open Source Agreement 1.3";
      free = false;
    };
    ncbiPd = {
      spdxId = "NCBI-PD";
      fullName = "NCBI Public Domain Notice";
      free = false;
    };
    ncul1 = {
      spdxId = "NCUL1";
      fullName = "Netdata Cloud UI License v1.0";
      free = false;
      redistributable = true;
    };
    netboxLimitedUse = {
      fullName = "NetBox Limited Use License 1.0";
      url = "https://github.com/netboxlabs/netbox-branching/blob/8465b9aee69ded23930cfe1a522695bfb8955a5a/LICENSE.md";
      free = false;
    };
    nvidiaCuda = {
      fullName = "CUDA Toolkit End User License Agreement (EULA)";
      shortName = "CUDA EULA";
      url = "https://docs.nvidia.com/cuda/eula/index.html#cuda-toolkit-supplement-license-agreement";
      free = false;
    };
    nvidiaCudaRedist = {
      fullName = "CUDA Toolkit End User License Agreement (EULA)";
      shortName = "CUDA EULA";
      url = "https://docs.nvidia.com/cuda/eula/index.html#cuda-toolkit-supplement-license-agreement";
      free = false;
      redistributable = true;
    };
    obsidian = {
      fullName = "Obsidian End User Agreement";
      url = "https://obsidian.md/eula";
      free = false;
    };
    ocamlpro_nc = {
      fullName = "OCamlPro Non Commercial license version 1";
      url = "https://alt-ergo.ocamlpro.com/http/alt-ergo-2.2.0/OCamlPro-Non-Commercial-License.pdf";
      free = false;
    };
    postman = {
      fullName = "Postman EULA";
      url = "https://www.getpostman.com/licenses/postman_base_app";
      free = false;
    };
    prosperity30 = {
      fullName = "Prosperity-3.0.0";
      url = "https://prosperitylicense.com/versions/3.0.0.html";
      free = false;
    };
    publicDomain = {
      fullName = "Public Domain";
    };
    sfl = {
      fullName = "Source First License 1.1";
      url = "https://gitlab.futo.org/videostreaming/grayjay/-/blob/master/LICENSE.md";
      free = false;
      redistributable = true;
    };
    sspl = {
      spdxId = "SSPL-1.0";
      fullName = "Server Side Public License";
      free = false;
      redistributable = true;
    };
    stk = {
      fullName = "Synthesis Tool Kit 4.3";
      url = "https://github.com/thestk/stk/blob/master/LICENSE";
    };
    sudo = {
      fullName = "Sudo License (ISC-style)";
      url = "https://www.sudo.ws/about/license/";
    };
    sustainableUse = {
      spdxId = "SUL-1.0";
      fullName = "Sustainable Use License";
      free = false;
    };
    teamspeak = {
      fullName = "Teamspeak client license";
      url = "https://www.teamspeak.com/en/privacy-and-terms/";
      free = false;
      redistributable = true;
    };
    tsl = {
      fullName = "Timescale License Agreement";
      shortName = "TSL";
      url = "https://github.com/timescale/timescaledb/blob/main/tsl/LICENSE-TIMESCALE";
      free = false;
    };
    ucd = {
      fullName = "Unicode Character Database License";
      url = "https://fedoraproject.org/wiki/Licensing:UCD";
    };
    unfree = {
      fullName = "Unfree";
      free = false;
    };
    unfreeRedistributable = {
      fullName = "Unfree redistributable";
      free = false;
      redistributable = true;
    };
    unfreeRedistributableFirmware = {
      fullName = "Unfree redistributable firmware";
    };
    virtualbox-puel = {
      fullName = "Oracle VM VirtualBox Extension Pack Personal Use and Evaluation License (PUEL)";
      url = "https://www.virtualbox.org/wiki/VirtualBox_PUEL";
      free = false;
    };
    vol-sl = {
      fullName = "Volatility Software License, Version 1.0";
      url = "https://www.volatilityfoundation.org/license/vsl-v1.0";
    };
    wadalab = {
      fullName = "Wadalab Font License";
      url = "https://fedoraproject.org/wiki/Licensing:Wadalab?rd=Licensing/Wadalab";
    };
    watcom = {
      spdxId = "Watcom-1.0";
      fullName = "Sybase Open Watcom Public License 1.0";
      free = false;
      redistributable = true;
    };
    x11BsdClause = {
      fullName = "X11 License with third BSD clause";
      url = "https://gitlab.freedesktop.org/xorg/driver/xf86-video-geode/-/blob/d147c3f1b6907ae9db6f12853cedd450537d99d2/COPYING";
    };
    apsl10 = outdated "APSL-1.0" "Apple Public Source License 1.0";
    apsl20 = outdated "APSL-2.0" "Apple Public Source License 2.0";
    gpl2 = outdated "GPL-2.0" "GNU General Public License v2.0";
    gpl3 = outdated "GPL-3.0" "GNU General Public License v3.0";
    lgpl2 = outdated "LGPL-2.0" "GNU Library General Public License v2";
    lgpl21 = outdated "LGPL-2.1" "GNU Lesser General Public License v2.1";
    lgpl3 = outdated "LGPL-3.0" "GNU Lesser General Public License v3.0";
  };
in
builtins.mapAttrs license table
// {
  inherit evaluateNamedProperty evaluateProperty toSPDX;

  isFree = evaluateNamedProperty "free" true;
  isRedistributable = evaluateNamedProperty "redistributable" true;
  containsLicenses = licenses: evaluateProperty (license: builtins.elem license licenses) false;

  OR = compound "OR";
  AND = compound "AND";
  WITH = license: exception: {
    licenseType = "exception";
    operator = "WITH";
    inherit exception license;
  };
  PLUS = license: {
    licenseType = "plus";
    operator = "+";
    inherit license;
  };
}
