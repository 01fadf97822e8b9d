// swift-tools-version:6.2
// The architecture, readable as a dependency list: layers are targets, and an arrow that is not written here does not compile.
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let coreMetrics: Target.Dependency = .product(name: "CoreMetrics", package: "swift-metrics")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTPTypes: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

func product(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/\(name)", swiftSettings: strict)
}

func platform(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Platform/\(name)", swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests", swiftSettings: strict)
}

let supportScripts = ["mail_sink.py"]

let package = Package(
    name: "entraide",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "entraide", targets: ["App"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The product
        product("Domain", ["Geography", "Assignment", "Phonetics"]),
        product("Simulation", ["Domain", "Geography"]),
        product("Persistence", ["Domain", "Database", "Secrets", "Geography"]),
        product(
            "UseCases",
            [
                "Persistence", "Domain", "Database", "JobQueue", "Mail", "HTML", "Localization", "Secrets", "Geography", "AddressSearch",
                "Fetch",
            ]),
        product(
            "Web",
            [
                "UseCases", "Domain", "HTML", "Localization", "Geography", "QRCode", "PDF", "Observation", "Secrets", hummingbird, nioCore,
                nioHTTP1,
                httpTypes, logging,
            ]),
        product(
            "API", ["UseCases", "Domain", "Localization", "Observation", "Secrets", hummingbird, nioCore, nioHTTP1, httpTypes, logging]),
        .executableTarget(
            name: "App",
            dependencies: [
                "Web", "API", "UseCases", "Simulation", "Persistence", "Domain", "Database", "DatabaseSQLite", "DatabasePostgres",
                "JobQueue", "HTML", "Localization", "Mail", "Fetch", "Geography", "Observation", "Secrets", hummingbird, arguments,
                lifecycle, signals, logging,
                metrics, nioCore, nioPosix, nioHTTPTypes, httpTypes, "CMalloc",
            ],
            path: "Sources/App",
            swiftSettings: strict),

        // The platform: knows nothing of neighbours
        platform("Database"),
        platform("DatabaseSQLite", ["Database", grdb, sqlite, nioPosix]),
        platform("DatabasePostgres", ["Database", "CLibPQ", nioPosix]),
        platform("JobQueue", ["Database", logging]),
        platform("HTML"),
        platform("Localization"),
        platform("Mail", ["CLibCurl"]),
        platform("Fetch", ["CLibCurl", nioPosix]),
        platform("Geography"),
        platform("QRCode"),
        platform("PDF", ["QRCode"]),
        platform("AddressSearch", ["Geography"]),
        platform("Assignment"),
        platform("Phonetics"),
        platform("Observation", [coreMetrics, logging]),
        platform("Secrets", [crypto]),
        .systemLibrary(name: "CMalloc", path: "Platform/CMalloc"),
        .systemLibrary(name: "CLibPQ", path: "Platform/CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CLibCurl", path: "Platform/CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),

        // The benchmarks: a large town, and what the framework can do at most
        .executableTarget(
            name: "Benchmark",
            dependencies: [
                "UseCases", "Persistence", "Domain", "Database", "DatabaseSQLite", "DatabasePostgres", "JobQueue", "Localization",
                "Secrets", "AddressSearch", "Assignment", "Geography", "Simulation",
                hummingbird, arguments, httpTypes, nioCore, logging,
            ],
            path: "Benchmarks/Benchmark",
            swiftSettings: strict),

        // Tests
        .target(
            name: "TestSupport",
            dependencies: [
                "Web", "API", "UseCases", "Persistence", "Domain", "Database", "DatabaseSQLite", "DatabasePostgres", "JobQueue",
                "Localization", "Mail", "Fetch", "Geography", "Secrets", hummingbird, httpTypes, logging, nioCore, nioEmbedded,
                nioPosix,
            ],
            path: "Tests/Support",
            exclude: supportScripts,
            swiftSettings: strict),
        tests("HTML", ["HTML"]),
        tests("Localization", ["Localization"]),
        tests("Geography", ["Geography"]),
        tests("QRCode", ["QRCode"]),
        tests("PDF", ["PDF", "QRCode"]),
        tests("AddressSearch", ["AddressSearch", "Geography"]),
        tests("Assignment", ["Assignment"]),
        tests("Phonetics", ["Phonetics"]),
        tests("Observation", ["Observation", coreMetrics, logging]),
        tests("Secrets", ["Secrets"]),
        tests("Mail", ["Mail"]),
        tests("Fetch", ["Fetch", "TestSupport"]),
        tests("Database", ["Database", "TestSupport"]),
        tests("JobQueue", ["JobQueue", "Database", "TestSupport", logging]),
        tests(
            "App",
            [
                "App", "Simulation", "UseCases", "Persistence", "Domain", "Mail", "Database", "DatabaseSQLite", "TestSupport", arguments,
                nioCore, nioPosix, nioEmbedded, nioHTTPTypes,
                httpTypes,
            ]),
        tests("Domain", ["Domain"]),
        tests("Simulation", ["Simulation", "Domain"]),
        tests(
            "Web",
            [
                "Web", "UseCases", "Persistence", "Domain", "Database", "JobQueue", "Localization", "Mail", "Secrets", "TestSupport",
                "Fetch", "Geography", hummingbird,
                httpTypes, logging, "Observation", nioCore, nioEmbedded,
            ]),
        tests("API", ["API", "UseCases", "Persistence", "Domain", "Mail", "Secrets", "TestSupport", httpTypes]),
        tests(
            "UseCases",
            [
                "UseCases", "Persistence", "Domain", "Database", "JobQueue", "Mail", "Localization", "Secrets", "Geography", "TestSupport",
                "Fetch", logging,
            ]),
    ]
)
