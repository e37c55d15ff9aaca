package dev.fairlead.nix.lib;

import java.util.List;

/** The namespaces of {@code lib}, what each takes from {@code builtins}, and what {@code lib} takes from each. */
final class Catalogue {
    /** What {@code lib} has from {@code builtins} without a namespace, as far as those have it. */
    static final List<String> BUILTINS = List.of(
            "convertHash",
            "flakeRefToString",
            "fromJSON",
            "fromTOML",
            "getContext",
            "hasContext",
            "hashString",
            "parseDrvName",
            "parseFlakeRef",
            "placeholder",
            "toFile",
            "toJSON",
            "toString",
            "toXML",
            "tryEval");

    /** What the sources and functions of other namespaces share, and programs do not see. */
    static final Namespace OWN = Namespace.of("own", "module-failures", "types-making");

    static final List<Namespace> NAMESPACES = List.of(
            Namespace.of("trivial", "trivial")
                    .natives(TrivialFunctions::register)
                    .builtins("""
                    pathExists readFile isBool isInt isFloat add sub mul div lessThan seq deepSeq genericClosure
                    bitAnd bitOr bitXor ceil floor""")
                    .exports("""
                    id const pipe concat or and mul div xor bitAnd bitOr bitXor bitNot boolToString boolToYesNo
                    mergeAttrs flip defaultTo mapNullable inNixShell isFloat min max importJSON importTOML warn
                    warnIf warnIfNot throwIf throwIfNot checkListOfEnum info showWarnings nixpkgsVersion version
                    isInOldestRelease oldestSupportedReleaseIsAtLeast mod compare splitByAndCompare seq deepSeq
                    lessThan add sub functionArgs setFunctionArgs isFunction toFunction mirrorFunctionArgs
                    fromHexString toHexString toBaseDigits inPureEvalMode isBool isInt pathExists genericClosure
                    readFile ceil floor"""),
            Namespace.of("fixedPoints", "fixedPoints").exports("""
                    fix fix' converge extends composeExtensions composeManyExtensions makeExtensible
                    makeExtensibleWithCustomName toExtension"""),
            Namespace.of("attrsets", "attrsets")
                    .natives(AttrFunctions::register)
                    .builtins("""
                    attrNames attrValues listToAttrs hasAttr isAttrs getAttr removeAttrs intersectAttrs catAttrs
                    mapAttrs zipAttrsWith""")
                    .exports("""
                    attrByPath hasAttrByPath setAttrByPath getAttrFromPath attrVals attrNames attrValues getAttrs
                    catAttrs filterAttrs filterAttrsRecursive foldlAttrs foldAttrs collect nameValuePair mapAttrs
                    mapAttrs' mapAttrsToList attrsToList concatMapAttrs mapAttrsRecursive mapAttrsRecursiveCond
                    mapAttrsToListRecursive mapAttrsToListRecursiveCond genAttrs genAttrs' isDerivation toDerivation
                    optionalAttrs zipAttrsWithNames zipAttrsWith zipAttrs recursiveUpdateUntil recursiveUpdate
                    matchAttrs mergeAttrsList overrideExisting showAttrPath getOutput getFirstOutput getBin getLib
                    getStatic getDev getInclude getMan chooseDevOutputs recurseIntoAttrs dontRecurseIntoAttrs
                    cartesianProduct mapCartesianProduct updateManyAttrsByPath listToAttrs hasAttr getAttr isAttrs
                    intersectAttrs removeAttrs"""),
            Namespace.of("lists", "lists")
                    .natives(ListFunctions::register)
                    .builtins("""
                    head tail length isList elemAt concatLists filter elem genList map concatMap any all partition
                    groupBy sort""")
                    .exports("""
                    singleton forEach map foldr fold foldl foldl' imap0 imap1 filter ifilter0 concatMap flatten
                    remove findSingle findFirst any all count optional optionals toList range replicate partition
                    zipListsWith zipLists reverseList listDfs toposort sort sortOn naturalSort compareLists take
                    takeEnd drop dropEnd sublist last init crossLists unique uniqueStrings allUnique intersectLists
                    subtractLists mutuallyExclusive groupBy groupBy' concatLists genList length head tail elem
                    elemAt isList concatAttrValues replaceElemAt"""),
            Namespace.of("strings", "strings")
                    .natives(StringFunctions::register)
                    .builtins("""
                    compareVersions concatStringsSep elem elemAt filter fromJSON genList head isInt isList isAttrs
                    isPath isString match parseDrvName readFile replaceStrings split storeDir stringLength substring
                    tail toJSON typeOf unsafeDiscardStringContext appendContext""")
                    .exports("""
                    concatStrings concatMapStrings concatImapStrings stringLength substring isString replaceString
                    replaceStrings intersperse concatStringsSep concatMapStringsSep concatMapAttrsStringSep
                    concatImapStringsSep concatLines makeSearchPath makeSearchPathOutput makeLibraryPath
                    makeIncludePath makeBinPath optionalString hasInfix hasPrefix hasSuffix join stringToCharacters
                    stringAsChars escape escapeShellArg escapeShellArgs isStorePath isStringLike isValidPosixName
                    toShellVar toShellVars trim trimWith escapeRegex escapeURL escapeXML lowerChars upperChars
                    toLower toUpper toCamelCase toSentenceCase typeOf addContextFrom splitString splitStringBy
                    removePrefix removeSuffix versionOlder versionAtLeast getName getVersion match split
                    cmakeOptionType cmakeBool cmakeFeature mesonOption mesonBool mesonEnable nameFromURL
                    enableFeature enableFeatureAs withFeature withFeatureAs fixedWidthString fixedWidthNumber toInt
                    toIntBase10 fileContents appendContext unsafeDiscardStringContext"""),
            Namespace.of("stringsWithDeps", "stringsWithDeps").exports("""
                    textClosureList textClosureMap noDepEntry fullDepEntry packEntry stringAfter"""),
            Namespace.of("customisation", "customisation").exports("""
                    overrideDerivation makeOverridable callPackageWith callPackagesWith extendDerivation hydraJob
                    makeScope makeScopeWithSplicing makeScopeWithSplicing' extendMkDerivation renameCrossIndexFrom
                    renameCrossIndexTo mapCrossIndex"""),
            Namespace.of("derivations", "derivations").builtins("""
                    addDrvOutputDependencies unsafeDiscardOutputDependency""").exports("""
                    lazyDerivation optionalDrvAttr warnOnInstantiate addDrvOutputDependencies
                    unsafeDiscardOutputDependency"""),
            Namespace.of("meta", "meta").exports("""
                    addMetaAttrs dontDistribute setName updateName appendToName mapDerivationAttrset setPrio lowPrio
                    lowPrioSet hiPrio hiPrioSet licensesSpdx getLicenseFromSpdxId getLicenseFromSpdxIdOr getExe
                    getExe'"""),
            Namespace.of("versions", "versions").builtins("""
                    compareVersions splitVersion""").exports("""
                    compareVersions splitVersion"""),
            Namespace.of("modules", "modules-merge", "modules-load", "modules", "modules-define")
                    .nativesOf(ModuleFunctions::register)
                    .exports("""
                    evalModules setDefaultModuleLocation unifyModuleSyntax applyModuleArgsIfFunction mergeModules
                    mergeModules' mergeOptionDecls mergeDefinitions pushDownProperties dischargeProperties
                    filterOverrides sortProperties fixupOptionType mkIf mkAssert mkDefinition mkMerge mkOverride
                    mkOptionDefault mkDefault mkImageMediaOverride mkForce mkVMOverride mkFixStrictness mkOrder
                    mkBefore mkAfter mkAliasDefinitions mkAliasAndWrapDefinitions fixMergeModules
                    mkRemovedOptionModule mkRenamedOptionModule mkRenamedOptionModuleWith mkMergedOptionModule
                    mkChangedOptionModule mkAliasOptionModule mkDerivedConfig doRename mkAliasOptionModuleMD
                    evalOptionValue"""),
            Namespace.of("options", "options")
                    .natives(ModuleFunctions::registerOptions)
                    .exports("""
                    isOption mkEnableOption mkSinkUndeclaredOptions mergeDefaultOption mergeOneOption
                    mergeEqualOption mergeUniqueOption getValues getFiles optionAttrSetToDocList
                    optionAttrSetToDocList' scrubOptionValue literalExpression showOption showOptionWithDefLocs
                    showFiles unknownModule mkOption mkPackageOption literalMD"""),
            Namespace.of("types", "types", "types-of-many", "types-of-one", "submodules")
                    .exports("""
                    isType setType defaultTypeMerge defaultFunctor isOptionType mkOptionType"""),
            Namespace.of("licenses", "licenses"),
            Namespace.of("sourceTypes", "sourceTypes"),
            Namespace.of("systems", "systems"),
            Namespace.of("cli", "cli"),
            Namespace.of("gvariant", "gvariant"),
            Namespace.of("generators", "generators").exports("""
                    mkLuaInline"""),
            Namespace.of("asserts", "asserts")
                    .natives(TrivialFunctions::registerAsserts)
                    .exports("""
                    assertMsg assertOneOf"""),
            Namespace.of("debug", "debug").builtins("""
                    trace addErrorContext unsafeGetAttrPos""").exports("""
                    trace traceIf traceVal traceValFn traceSeq traceSeqN traceValSeq traceValSeqFn traceValSeqN
                    traceValSeqNFn traceFnSeqN addErrorContext unsafeGetAttrPos runTests testAllTrue"""),
            Namespace.of("misc", "misc").exports("""
                    maybeEnv defaultMergeArg defaultMerge foldArgs maybeAttrNullable maybeAttr ifEnable checkFlag
                    getValue checkReqs uniqList uniqListExt condConcat lazyGenericClosure innerModifySumArgs
                    modifySumArgs innerClosePropagation closePropagation nvs setAttr setAttrMerge mergeAttrsWithFunc
                    mergeAttrsConcatenateValues mergeAttrsNoOverride mergeAttrByFunc mergeAttrsByFuncDefaults
                    mergeAttrsByFuncDefaultsClean mergeAttrBy fakeHash fakeSha256 fakeSha512 nixType imap"""),
            Namespace.of("fetchers", "fetchers"),
            Namespace.of("path", "path"),
            Namespace.of("filesystem", "filesystem").builtins("""
                    readFileType readDir hashFile baseNameOf dirOf isPath""").exports("""
                    pathType pathIsDirectory pathIsRegularFile baseNameOf dirOf isPath
                    packagesFromDirectoryRecursive hashFile readDir readFileType"""),
            Namespace.of("fileset", "fileset"),
            Namespace.of("sources", "sources").builtins("""
                    filterSource""").exports("""
                    cleanSourceFilter cleanSource sourceByRegex sourceFilesBySuffices commitIdFromGitRepo
                    cleanSourceWith pathHasContext canCleanSource pathIsGitRepo revOrTag repoRevToName filterSource"""),
            Namespace.of("kernel", "kernel"),
            Namespace.of("network", "network"),
            Namespace.of("flakes").builtins("""
                    parseFlakeRef flakeRefToString"""),
            Namespace.of("maintainers"),
            Namespace.of("teams"));

    private Catalogue() {}
}
