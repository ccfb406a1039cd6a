namespace CoinRig.Electrochemistry.Tests.Data;

/// <summary>Finds the reference recordings, which lie beside the checkout (or where COINRIG_DATA says).</summary>
static class SharedData
{
    /// <summary>Rows of numbers of a CSV file, its heading left out; the test is inconclusive where the file is not there.</summary>
    public static List<double[]> Rows(string folder, string file) => [.. Text(folder, file).Select(row => row.Select(double.Parse).ToArray())];

    /// <summary>Rows of words of a CSV file, its heading left out.</summary>
    public static List<string[]> Text(string folder, string file) => [.. Lines(folder, file).Skip(1).Select(line => line.Split(','))];

    /// <summary>Lines of a file.</summary>
    public static IEnumerable<string> Lines(string folder, string file) => File.ReadLines(PathOf(folder, file));

    /// <summary>Where a file is; the test is inconclusive where it is not there.</summary>
    public static string PathOf(string folder, string file)
    {
        if (Find(Path.Combine(folder, file)) is not { } path)
        {
            Assert.Inconclusive($"{folder}/{file} is not there: put the shared data beside the checkout as ../shared/data, or name its folder in COINRIG_DATA.");
            return "";
        }
        return path;
    }

    static string? Find(string name)
    {
        if (Environment.GetEnvironmentVariable("COINRIG_DATA") is { Length: > 0 } named)
        {
            return File.Exists(Path.Combine(named, name)) ? Path.Combine(named, name) : null;
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(path))
            {
                return path;
            }
        }
        return null;
    }
}
