using CoinRig.Documents;
using CoinRig.Gateway;
using CoinRig.Runs;

namespace CoinRig.Campaign.Tests;

/// <summary>A campaign file is read whole before anything runs; each run is one file, done once; its marks and values come out.</summary>
[TestClass]
public sealed class CampaignTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coinrig-campaign-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [TestMethod]
    public void PapersCampaign_IsTenRunsOnEachOfTwoCells()
    {
        var campaign = CampaignFile.Load(Path.Combine(AppContext.BaseDirectory, "paper.yaml"));
        Assert.HasCount(20, campaign.Runs);
        Assert.AreEqual(2, campaign.Runs.Select(r => r.Plan.Cell.Name).Distinct().Count());
        Assert.IsNotNull(campaign.Runs.Single(r => r.Plan.SourceName == "hold-4.08" && r.Plan.Cell.Name == "ncm523-lpo").Marks);
    }

    [TestMethod]
    public void Runs_AreDoneOnce_WithTheirMarks()
    {
        var protocol = Write("short.yaml", "name: short\nsteps:\n  - Rest for 1 minute\n  - Charge at C/5 for 4 minutes\n  - Rest for 1 minute\n");
        var campaign = CampaignFile.Load(Write("c.yaml", $"name: c\ncells: [ncm523-lpo]\nruns:\n  - {{protocol: {protocol}, marks: {{step: 2, every: 1 min, text: image}}}}\n"));
        var first = Run(campaign);
        using (var reader = RunFileReader.Open(first))
        {
            Assert.AreEqual(Control.RunState.Done, reader.Header.State);
            CollectionAssert.AreEqual(new[] { "image 1 starts", "image 2 starts", "image 3 starts", "image 4 starts" }, reader.Marks().Take(4).Select(m => m.Text).ToArray());
            Assert.IsTrue(reader.Marks().All(m => m.Nanoseconds is >= 60_000_000_000 and <= 302_000_000_000));
        }
        Assert.AreEqual(first, Run(campaign));
        Assert.HasCount(1, _folder.GetFiles("*" + RunNames.Extension));
    }

    [TestMethod]
    public void Capacity_StandsBesideThePapers()
    {
        var campaign = CampaignFile.Load(Write("c.yaml", "name: c\ncells: [ncm523-lpo]\nruns: [capacity-0.1c]\n"));
        var runs = new CampaignRunner(campaign, _folder.FullName, TextWriter.Null).RunAll();
        var value = new PaperTable(runs).Values().Single();
        Assert.AreEqual(179.9, value.Paper);
        Assert.IsTrue(value.IsMet, $"{value.Ours}");
        StringAssert.Contains(File.ReadAllText(CampaignReport.Write(campaign, runs, [value], _folder.FullName)), "| discharge at 0.1 C | ncm523-lpo | 179.9 |");
        Assert.IsTrue(File.Exists(Path.Combine(_folder.FullName, "capacity.png")));
    }

    [TestMethod]
    public void Value_TooFarOff_IsNotMet()
    {
        var value = new PaperValue("x", "y", 82.3, 81.0, 0.1, 1, "%");
        Assert.IsFalse(value.IsMet);
        Assert.IsTrue((value with { Ours = 81.11 }).IsMet);
        StringAssert.Contains(CampaignReport.Table([value]), "NOT within 1");
    }

    [TestMethod]
    [DataRow("name: c\ncells: [ncm523-lpo]\n", "no 'runs'")]
    [DataRow("name: c\ncells: [ncm523-lpo]\nruns:\n  - {protocol: gitt, marks: {step: 1, every: 0 s, text: a}}\n", "'every' with a time")]
    [DataRow("name: c\ncells: [ncm523-lpo]\nruns: [gitt]\nrepeat: 2\n", "unknown key 'repeat'")]
    public void File_Wrong_IsRefused(string text, string says) =>
        StringAssert.Contains(Assert.ThrowsExactly<DocumentException>(() => CampaignFile.Load(Write("c.yaml", text))).Message, says);

    string Run(CampaignFile campaign) => new CampaignRunner(campaign, _folder.FullName, TextWriter.Null).RunAll().Single().Path;

    string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
