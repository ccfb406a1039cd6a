using System.Text.RegularExpressions;

namespace CoinRig.House.Tests;

/// <summary>What every source file keeps to.</summary>
[TestClass]
public sealed partial class ManuscriptTests
{
    const int LongestLines = 300;

    /// <summary>This file names what it forbids.</summary>
    const string Self = "tests/House.Tests/ManuscriptTests.cs";

    [TestMethod]
    public void Code_Files_AreShort() => Sources.AssertNone(
        from file in Sources.Code.Concat(Sources.Files.Where(f => f.StartsWith("tools/", StringComparison.Ordinal))).Distinct()
        let lines = Sources.Lines(file).Count()
        where lines > LongestLines
        select $"{file}: {lines} lines", $"Files over {LongestLines} lines");

    [TestMethod]
    public void Code_Names_SayWhatIsInside() => Sources.AssertNone(Sources.Code.Where(f => EmptyName.IsMatch(Path.GetFileName(f))),
        "Names that say nothing");

    [TestMethod]
    public void Code_Everywhere_IsFinished() => Sources.AssertNone(
        Sources.Code.Where(f => f != Self).SelectMany(f => Sources.Hits(f, Sources.Lines(f), Unfinished)), "Unfinished code");

    [TestMethod]
    public void Code_Keyword_PrivateIsLeftOut() => Sources.AssertNone(
        Sources.Code.Where(f => f != Self).SelectMany(f => Sources.Hits(f, Sources.Statements(f), PrivateMember)), "'private' is the default and left out");

    [TestMethod]
    public void Files_All_NameNoMachineAndNoRegistry() => Sources.AssertNone(
        Sources.Files.Where(f => f != Self && IsText(f)).SelectMany(f => Sources.Hits(f, Sources.Lines(f), Machine)), "Paths of one machine, or hosts of package registries");

    /// <summary>Only the clock's room reads the time or sleeps; Telemetry and the program's screens wait through a TimeProvider.</summary>
    [TestMethod]
    public void Code_OutsideClock_NeitherReadsTimeNorSleeps() => Sources.AssertNone(
        from file in Sources.Code
        where (file.StartsWith("boards/", StringComparison.Ordinal) || file.StartsWith("gateway/", StringComparison.Ordinal))
            && !file.StartsWith("boards/Clock/", StringComparison.Ordinal)
        from hit in Sources.Hits(file, Sources.Statements(file), SystemTime)
        where !(ReadersSide.IsMatch(file) && WaitThroughProvider.IsMatch(hit))
        select hit, "The system's time outside boards/Clock");

    /// <summary>The way from the pins to the ring takes no lock, so that no reader can hold up a scan.</summary>
    [TestMethod]
    public void Code_OnTheScansWay_TakesNoLock() => Sources.AssertNone(
        from file in Sources.Code
        where ScanWay.IsMatch(file)
        from hit in Sources.Hits(file, Sources.Statements(file), Lock)
        select hit, "Locks on the scan's way");

    static bool IsText(string file) => Path.GetExtension(file) is not (".png" or ".svg" or ".gz" or ".zip" or ".db" or ".sqlite" or ".pdf");

    [GeneratedRegex(@"(Util|Utils|Utilities|Helper|Helpers|Manager|Base|Misc|Common)\.cs$")]
    static partial Regex EmptyName { get; }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    static partial Regex Unfinished { get; }

    [GeneratedRegex(@"^\s*private\s")]
    static partial Regex PrivateMember { get; }

    [GeneratedRegex(@"(?<![\w.])/(home|Users|root|work|tmp)/\w|\b(?-i:[A-Z]):\\\w|nuget\.org|pypi\.org|npmjs\.|jfrog|artifactory|pkgs\.dev\.azure", RegexOptions.IgnoreCase)]
    static partial Regex Machine { get; }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bStopwatch\b|\bThread\.(Sleep|SpinWait)\b|\bTask\.Delay\b|\bTickCount|\bTimeProvider\.System\.Get|\bPeriodicTimer\b")]
    static partial Regex SystemTime { get; }

    [GeneratedRegex(@"^gateway/(Telemetry|Gateway)/")]
    static partial Regex ReadersSide { get; }

    [GeneratedRegex(@"(Task\.Delay|PeriodicTimer)\(.*, *_?time", RegexOptions.IgnoreCase)]
    static partial Regex WaitThroughProvider { get; }

    [GeneratedRegex(@"^boards/(Spi|Ads1256|Dac8552|FrontEnd)/|^gateway/Control/")]
    static partial Regex ScanWay { get; }

    [GeneratedRegex(@"\block\s*\(|\bMonitor\.|\bnew Lock\b|\bMutex\b|\bSemaphore")]
    static partial Regex Lock { get; }
}
