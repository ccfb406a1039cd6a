namespace CoinRig.InstrumentFiles;

/// <summary>All formats, the surest first.</summary>
static class Formats
{
    public static IReadOnlyList<IFormat> All { get; } = 
    [
        new ParquetFormat(), new EcLabFormat(), new GamryFormat(), new ZPlotFormat(), new MaccorSpectrumFormat(), new MaccorFormat(), new BasytecFormat(), new NovonixFormat(), new BdfFormat(),
        new NewareLayeredFormat(), new NewareFormat(), new ArbinFormat(), new LandtFormat(), new NamelessFormat(), new PlainFormat(),
    ];

    /// <summary>Their names for a message.</summary>
    public const string Names = "BDF (CSV and Parquet), EC-Lab and BT-Lab text, Neware, Arbin, Basytec, Novonix and Landt CSV, Maccor text, Gamry DTA, ZPlot, "
        + "CSV of impedances (f, Re Z, Im Z), and CSV with named columns";
}
