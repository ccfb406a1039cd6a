using System.Text;
using CoinRig.InstrumentFiles;

namespace CoinRig.Gateway;

/// <summary>A format that tables are converted to, told by the ending of the file's name.</summary>
/// <param name="Ending">The ending.</param>
/// <param name="Targets">The files that a table becomes.</param>
/// <param name="Write">Writes a table; gives the files that it wrote.</param>
sealed record ConvertedFile(string Ending, Func<TableSource, string, IReadOnlyList<string>> Targets, Func<TableSource, string, WriteOptions, Action<string>, IReadOnlyList<string>> Write)
{
    /// <summary>The longer endings first.</summary>
    static readonly ConvertedFile[] All =
    [
        new(".eis.csv", (source, target) => [.. Enumerable.Range(1, source.File.HasSpectra ? source.File.ReadSpectra().Count : 1).Select(n => SpectrumPath(target, n))], Spectra),
        new(".mpt", (_, target) => [target], Mpt), new(".parquet", WithSidecar, BdfParquet), new(".csv", WithSidecar, BdfCsv),
    ];

    /// <summary>The endings in words.</summary>
    public static string Endings => ".bdf.csv and .bdf.parquet (Battery Data Format, with its metadata), .eis.csv (f, Re Z, Im Z), .mpt (text in EC-Lab's manner)";

    /// <summary>The format of a file that is to be written.</summary>
    public static ConvertedFile Of(string target) => All.FirstOrDefault(f => target.EndsWith(f.Ending, StringComparison.OrdinalIgnoreCase))
        ?? throw new RefusedException($"{target}: no format has this ending; {Endings} can be written.");

    static IReadOnlyList<string> WithSidecar(TableSource source, string target) => [target, BdfSidecar.PathOf(target)];

    static string SpectrumPath(string target, int number) => number == 1 ? target : $"{target[..^".eis.csv".Length]}_{number}.eis.csv";

    static IReadOnlyList<string> BdfCsv(TableSource source, string target, WriteOptions options, Action<string> warn) =>
        Bdf(source, target, (rows, stream) => BdfCsvWriter.Write(rows, stream, options), warn);

    static IReadOnlyList<string> BdfParquet(TableSource source, string target, WriteOptions options, Action<string> warn) =>
        Bdf(source, target, (rows, stream) => BdfParquetWriter.WriteAsync(rows, stream, options).GetAwaiter().GetResult(), warn);

    static IReadOnlyList<string> Bdf(TableSource source, string target, Func<MeasuredRows, Stream, IReadOnlyList<string>> write, Action<string> warn)
    {
        var rows = Rows(source, target);
        IReadOnlyList<string> leftOut = [];
        OutputFile.Write(target, stream => leftOut = write(rows, stream));
        if (leftOut.Count > 0)
        {
            warn($"Battery Data Format has no names for these columns, which are left out: {string.Join(", ", leftOut)}.");
        }
        var sidecar = BdfSidecar.PathOf(target);
        OutputFile.Write(sidecar, stream => BdfSidecar.Write(rows.Facts, rows.Source, stream));
        return [target, sidecar];
    }

    static IReadOnlyList<string> Mpt(TableSource source, string target, WriteOptions options, Action<string> warn)
    {
        OutputFile.Write(target, stream => MptWriter.Write(Rows(source, target), stream, options));
        return [target];
    }

    static MeasuredRows Rows(TableSource source, string target) => source.Rows
        ?? throw new RefusedException($"{source.File.Path} holds impedance spectra and no rows over time: convert it to .eis.csv instead of {Path.GetFileName(target)}.");

    /// <summary>One file a spectrum; where there are several, each but the first has its number in its name.</summary>
    static IReadOnlyList<string> Spectra(TableSource source, string target, WriteOptions options, Action<string> warn)
    {
        var written = new List<string>();
        foreach (var measured in source.File.ReadSpectra())
        {
            var path = SpectrumPath(target, written.Count + 1);
            OutputFile.Write(path, stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
                EisCsvWriter.Write(measured.Spectrum, writer);
            });
            written.Add(path);
        }
        return written;
    }
}
