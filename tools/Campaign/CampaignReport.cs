using System.Globalization;
using System.Text;
using CoinRig.Analysis;
using CoinRig.Gateway;
using CoinRig.Runs;

namespace CoinRig.Campaign;

/// <summary>One page in Markdown with the paper's values beside ours, and a picture for each figure that a cycler can make.</summary>
static class CampaignReport
{
    /// <summary>The pictures: file name, figure, and the protocols whose runs it shows.</summary>
    static readonly (string File, string Figure, string Title, string[] Protocols)[] Pictures =
    [
        ("cv-0.1", "voltammogram", "Cyclic voltammograms at 0.1 mV/s", ["cv-0.1mVs"]),
        ("capacity", "half-cycles", "Charge and discharge at 0.1 C", ["capacity-0.1c"]),
        ("rate", "capacity", "Rate test, 0.1 to 2 C", ["rate-test"]),
        ("cycling", "capacity", "100 cycles at 0.2 C", ["cycling-0.2c"]),
        ("diffusion", "diffusion", "Diffusion coefficient on charge", ["gitt-accurate"]),
        ("polarization", "polarization", "Polarization on charge", ["gitt-accurate"]),
        ("hold", "time", "Sweep with the hold at 4.08 V; lines are AFM marks", ["hold-4.08"]),
    ];

    /// <summary>Writes it and gives its path.</summary>
    internal static string Write(CampaignFile campaign, IReadOnlyList<(CampaignRun Run, string Path)> runs, IReadOnlyList<PaperValue> values, string directory)
    {
        var page = new StringBuilder();
        page.AppendLine(CultureInfo.InvariantCulture, $"# {campaign.Name}, on the twin\n");
        page.AppendLine(CultureInfo.InvariantCulture, $"Board {campaign.Board.Name}, seed {campaign.Seed}; each protocol on a fresh cell. The standard uncertainty (one sigma) of a value per gram is mostly that of the cell's mass, whose true value the seed draws.\n");
        page.AppendLine(Table(values));
        foreach (var (name, figure, title, protocols) in Pictures)
        {
            // Marks of two runs over each other cannot be read.
            var isOfOneRun = figure == "time";
            var paths = runs.Where(r => protocols.Contains(r.Run.Plan.SourceName)).Select(r => r.Path).Take(isOfOneRun ? 1 : int.MaxValue).ToArray();
            if (paths.Length > 0 && Draw(figure, paths, isOfOneRun ? FigureWidth.DoubleMillimetres : FigureWidth.SingleMillimetres, Path.Combine(directory, $"{name}.png")))
            {
                page.AppendLine(CultureInfo.InvariantCulture, $"## {title}\n\n![{title}]({name}.png)\n");
            }
        }
        page.AppendLine("## Runs\n");
        foreach (var (run, path) in runs)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"- {run.Plan.Name}, {run.Plan.Cell.Name}: `{Path.GetFileName(path)}`");
        }
        var target = Path.Combine(directory, "report.md");
        File.WriteAllText(target, page.ToString());
        return target;
    }

    /// <summary>The values as a Markdown table.</summary>
    internal static string Table(IEnumerable<PaperValue> values)
    {
        var table = new StringBuilder("| quantity | cell | paper | twin | unit | |\n|---|---|---|---|---|---|\n");
        foreach (var v in values)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"| {v.Quantity} | {v.Cell} | {(double.IsNaN(v.Paper) ? "" : Figures.Plain(v.Paper))} | {Figures.WithUncertainty(v.Ours, v.Uncertainty)} | {v.Unit} | {Verdict(v)} |");
        }
        return table.ToString();
    }

    static string Verdict(PaperValue v) => double.IsNaN(v.Tolerance) ? "" : string.Create(CultureInfo.InvariantCulture, $"{(v.IsMet ? "within" : "NOT within")} {v.Tolerance:0.###} {(v.Uncertainty > 0 ? "+ 2 u" : "")}").TrimEnd();

    static bool Draw(string figure, string[] paths, double widthMillimetres, string target)
    {
        var files = paths.Select(path =>
        {
            using var reader = RunFileReader.Open(path);
            return RunAnalysis.AsRecorded(reader);
        }).ToArray();
        var content = new FigureContent(files);
        if (FigureList.Find(figure) is not { } found || !found.IsFor(content))
        {
            return false;
        }
        FigureFile.Save(FigureSheet.Of(found, content, widthMillimetres), target, FigureFile.PixelsInUnitOnPaper);
        return true;
    }
}
