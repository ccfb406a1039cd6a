using System.Diagnostics;
using System.Globalization;
using CoinRig.Coverage;

// Do reported intervals hold the truth as often as they say?
var names = args.Where(a => !a.StartsWith('-') && !int.TryParse(a, CultureInfo.InvariantCulture, out _)).ToList();
var options = args.Where(a => a.StartsWith('-')).ToList();
var counts = args.Where(a => int.TryParse(a, CultureInfo.InvariantCulture, out _)).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToList();
var chosen = names.Count == 0 ? [Campaigns.All[0]] : Campaigns.All.Where(c => names.Contains(c.Name)).ToList();
if (chosen.Count < names.Count || counts.Count > 1 || counts.Any(c => c < 1) || options.Any(o => chosen.All(c => !c.Options.Contains(o))))
{
    Console.Error.WriteLine("usage: tools/coverage [SEEDS] [CAMPAIGN]... [OPTIONS]    without a campaign: " + Campaigns.All[0].Name);
    foreach (var campaign in Campaigns.All)
    {
        Console.Error.WriteLine($"  {campaign.Name,-16} {campaign.Summary}");
    }
    return 2;
}
foreach (var campaign in chosen)
{
    var watch = Stopwatch.StartNew();
    campaign.Run(counts.Count == 1 ? counts[0] : campaign.DefaultSeeds, options, Console.Out);
    Console.Error.WriteLine($"{campaign.Name}: {watch.Elapsed.TotalSeconds:0} s");
}
return 0;
