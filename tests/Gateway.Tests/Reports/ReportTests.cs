using System.Net;
using System.Text.RegularExpressions;
using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway.Tests;

/// <summary>A report stands alone, holds everything, and trusts no text of a file.</summary>
[TestClass]
public sealed partial class ReportTests
{
    const string Hostile = "<script>alert('x')</script>\"&\u0007";

    static readonly AnalyzedFile s_file = MadeUpAnalysis.Everything();
    static readonly string s_page = Report.Of(s_file);
    static readonly string s_text = WebUtility.HtmlDecode(Tag.Replace(s_page, " "));

    [TestMethod]
    public void Report_Always_RefersToNothingOutside()
    {
        foreach (Match reference in Reference.Matches(s_page))
        {
            Assert.IsTrue(reference.Groups[1].Value.StartsWith('#'), reference.Value);
        }
        Assert.DoesNotContain("<script", s_page);
        Assert.DoesNotContain("<link", s_page);
        Assert.DoesNotContain("@import", s_page);
        Assert.DoesNotMatchRegex(@"url\((?!#)", s_page);
    }

    [TestMethod]
    public void Report_Always_HoldsEveryResult()
    {
        foreach (var result in s_file.Results)
        {
            StringAssert.Contains(s_text, ResultWords.Value(result), result.Name);
        }
        foreach (var name in s_file.Results.Select(r => r.Name).Distinct())
        {
            StringAssert.Contains(s_text, ResultWords.Name(name));
        }
    }

    [TestMethod]
    public void Report_Always_HasEveryFigureInIt()
    {
        foreach (var figure in FigureList.All)
        {
            StringAssert.Contains(s_page, $"id=\"figure-{figure.Name}\"");
        }
        Assert.HasCount(FigureList.All.Count, SvgTag.Matches(s_page));
    }

    /// <summary>Two pictures on one page must not share names, or one is clipped by the other's frame.</summary>
    [TestMethod]
    public void Report_Ids_AreAllDifferent()
    {
        var ids = Id.Matches(s_page).Select(m => m.Groups[1].Value).ToList();
        CollectionAssert.AllItemsAreUnique(ids);
    }

    [TestMethod]
    public void Report_Flags_AreExplainedWithAdvice()
    {
        foreach (var flag in s_file.Results.SelectMany(r => r.Flags).Distinct())
        {
            StringAssert.Contains(s_text, flag.Name);
            StringAssert.Contains(s_text, flag.Meaning);
            StringAssert.Contains(s_text, flag.Advice);
        }
    }

    [TestMethod]
    public void Report_Methods_AreThoseThatWereUsed()
    {
        StringAssert.Contains(s_text, "Weppner 1977: W. Weppner, R. A. Huggins");
        StringAssert.Contains(s_text, "3 s to 600 s");
        StringAssert.Contains(s_text, "96485.33212 C mol⁻¹");
        var cycles = Report.Of(s_file with { Results = [.. s_file.Results.Where(r => r.Name.EndsWith("capacity", StringComparison.Ordinal))] });
        Assert.DoesNotContain("Weppner", cycles);
        StringAssert.Contains(cycles, "Half cycles");
    }

    [TestMethod]
    public void Methods_References_AreAllInTheList()
    {
        foreach (var cited in TitrationMethods.All.Concat(OtherMethods.All).Append(OtherMethods.Uncertainty).SelectMany(m => m.Cited))
        {
            Assert.IsTrue(References.All.ContainsKey(cited), cited);
        }
    }

    /// <summary>1.7 and 1 parts of 1.97 make shares of 74 and 26 % in every result of the file.</summary>
    [TestMethod]
    public void Report_Budget_SaysWhichInputCostsHowMuch()
    {
        var budget = s_text[s_text.IndexOf("Uncertainty budget", StringComparison.Ordinal)..s_text.IndexOf("All results", StringComparison.Ordinal)];
        Assert.MatchesRegex(@"geometry\s+[\d.]+\s+74\.29", budget);
        Assert.MatchesRegex(@"fit\s+[\d.]+\s+25\.71", budget);
        StringAssert.Contains(budget, "(pulse ");
    }

    [TestMethod]
    public void Report_HostileTexts_AreEscaped()
    {
        var page = Report.Of(s_file with
        {
            Path = $"{Hostile}.csv",
            CellName = Hostile,
            Facts = [new(Hostile, Hostile), new("protocol", Hostile)],
            Settings = [new(Hostile, Hostile)],
            Warnings = [Hostile],
            Results = [.. s_file.Results.Select(r => r with { Details = [.. r.Details, new("parameter", Hostile), new("circuit", Hostile)], Unit = Hostile }), Odd(Hostile)],
            Curves = [.. s_file.Curves.Select(c => c with { Label = Hostile })],
        });
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("\u0007", page);
        StringAssert.Contains(page, "&lt;script&gt;");
    }

    [TestMethod]
    public void Report_SameFile_SamePage() => Assert.IsTrue(s_page == Report.Of(MadeUpAnalysis.Everything()), "The second page differs from the first.");

    [TestMethod]
    public void Report_OfNothing_SaysSo()
    {
        var page = Report.Of(new AnalyzedFile("empty.csv", "CSV") { CellName = "empty" });
        StringAssert.Contains(page, "No results");
        StringAssert.Contains(page, "</html>");
    }

    [TestMethod]
    public void Report_NumbersThatAreNone_AreDashes()
    {
        var page = Report.Of(s_file with { Results = [Odd("a") with { Value = new(double.NaN, double.NaN) }, Odd("b") with { Value = new(0, double.PositiveInfinity) }] });
        Assert.DoesNotContain("NaN", page);
        Assert.DoesNotContain("∞", page);
    }

    [TestMethod]
    public void Command_OnARun_WritesAPage()
    {
        using var folder = new TempFolder();
        var run = MadeUpRun.Make(folder.Path);
        var reported = Called.With("report", run, "--json");
        Assert.AreEqual(ExitCode.Done, reported.ExitCode, reported.Error);
        var page = File.ReadAllText(reported.Document.GetProperty("file").GetString()!);
        StringAssert.Contains(page, "Demo: ncm523-lpo");
        StringAssert.Contains(page, "pulse-too-long");
        Called.With("report", run, "-o", run).AssertRefused(ExitCode.Failed, "never overwritten");
        Called.With("report", folder.File("none.run.db")).AssertRefused(ExitCode.Failed, "no run file");
    }

    static Result Odd(string name) => new(name, new(1, 1), "V") { Flags = [Flag.Incomplete with { Name = name, Meaning = name, Advice = name }] };

    [GeneratedRegex("<[^>]*>")]
    static partial Regex Tag { get; }

    [GeneratedRegex("(?:src|href)=\"([^\"]*)\"")]
    static partial Regex Reference { get; }

    [GeneratedRegex("<svg ")]
    static partial Regex SvgTag { get; }

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    static partial Regex Id { get; }
}
