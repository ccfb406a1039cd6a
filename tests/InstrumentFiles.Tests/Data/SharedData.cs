namespace CoinRig.InstrumentFiles.Tests;

/// <summary>Finds the reference recordings, which lie beside the checkout (or where COINRIG_DATA says).</summary>
static class SharedData
{
    /// <summary>Opens one of them.</summary>
    public static MeasuredFile Open(string name, ReadOptions? options = null) => MeasuredFile.Open(Path(name), options);

    /// <summary>The only series of one of them.</summary>
    public static (MeasuredFile File, Series Series) Series(string name, ReadOptions? options = null)
    {
        var file = Open(name, options);
        return (file, file.ReadSeries().Single());
    }

    /// <summary>All values of a meaning.</summary>
    public static double[] Values(MeasuredFile file, Meaning meaning)
    {
        List<double> values = [];
        foreach (var batch in file.Batches())
        {
            values.AddRange(batch[meaning]);
        }
        return [.. values];
    }

    /// <summary>The path of one of them; the test is skipped where it is not there.</summary>
    public static string Path(string name)
    {
        var path = System.IO.Path.Combine(Folder, name);
        if (!File.Exists(path))
        {
            Assert.Inconclusive($"{name} is not there: put the shared data beside the checkout as ../shared/data, or name its folder in COINRIG_DATA.");
        }
        return path;
    }

    /// <summary>The folder of all of them, which may not be there.</summary>
    public static string Folder { get; } = Find();

    static string Find()
    {
        if (Environment.GetEnvironmentVariable("COINRIG_DATA") is { Length: > 0 } named)
        {
            return named;
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = System.IO.Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data))
            {
                return data;
            }
        }
        return "shared-data-is-not-there";
    }
}
