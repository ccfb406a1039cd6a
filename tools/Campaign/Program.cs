using CoinRig.Campaign;
using CoinRig.Documents;
using CoinRig.Gateway;

var output = "campaign";
var file = Path.Combine(AppContext.BaseDirectory, "paper.yaml");
for (var i = 0; i < args.Length; i++)
{
    if (args[i] is "--out" && i + 1 < args.Length)
    {
        output = args[++i];
    }
    else if (args[i].StartsWith('-'))
    {
        Console.Error.WriteLine("usage: tools/campaign [--out DIR] [FILE]    runs a campaign on the twin (default: the paper's, into 'campaign') and writes DIR/report.md; runs whose files are in DIR are not done again");
        return 2;
    }
    else
    {
        file = args[i];
    }
}
try
{
    var campaign = CampaignFile.Load(file);
    Directory.CreateDirectory(output);
    var runs = new CampaignRunner(campaign, output, Console.Out).RunAll();
    PaperValue[] values = [.. new PaperTable(runs).Values()];
    Console.WriteLine();
    Console.WriteLine(CampaignReport.Table(values));
    Console.WriteLine(CampaignReport.Write(campaign, runs, values, output));
    return values.All(v => v.IsMet) ? 0 : 1;
}
catch (Exception e) when (e is DocumentException or RefusedException or InvalidOperationException or IOException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
