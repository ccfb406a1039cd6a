using CoinRig.Cells;
using CoinRig.FrontEnd;

namespace CoinRig.Coverage;

/// <summary>Titrates many seeds of a cell, on all processors.</summary>
static class TitrationCampaign
{
    /// <summary>A shipped cell by its name.</summary>
    public static Cell Cell(string name) => CellFile.Load(Path.Combine(AppContext.BaseDirectory, "cells", $"{name}.yaml"));

    /// <summary>The first channel of the reference front end.</summary>
    public static ChannelProfile Channel() => BoardProfileFile.Load(Path.Combine(AppContext.BaseDirectory, "profiles", "reference.yaml")).Channels[0];

    /// <summary>The pulses of each seed, in the order of the seeds.</summary>
    public static List<TitratedPulse>[] Run(string cell, Titration titration, int seeds)
    {
        var (file, channel) = (Cell(cell), Channel());
        var results = new List<TitratedPulse>[seeds];
        Parallel.For(0, seeds, i => results[i] = TitratedCell.Run(file, channel, titration, i + 1));
        return results;
    }
}
