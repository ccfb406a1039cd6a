using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>Whether an analysis of the file gives the results that it holds.</summary>
sealed class ResultCheck(Findings findings, IReadOnlyList<ResultRow> recorded, IRunReader analysis) : IRunReader
{
    int _at;

    /// <inheritdoc/>
    public string Name => analysis.Name;

    /// <inheritdoc/>
    public void OnSample(in Sample sample) => analysis.OnSample(sample);

    /// <inheritdoc/>
    public void OnMarker(Marker marker, Action<ResultRow> post) => analysis.OnMarker(marker, Compare);

    /// <summary>Whether as many results were found as recorded.</summary>
    public void Finish()
    {
        if (_at < recorded.Count)
        {
            findings.Add("results that are not found again", $"{recorded.Count - _at} of {recorded.Count} results are not found again; the first is {Words(recorded[_at])}.");
        }
    }

    void Compare(ResultRow found)
    {
        if (_at >= recorded.Count)
        {
            findings.Add("results that are not recorded", $"The samples give {Words(found)}, which is not among the results.");
            return;
        }
        var row = recorded[_at++];
        if (row.Name != found.Name || !row.Value.Equals(found.Value) || !row.Flags.SequenceEqual(found.Flags))
        {
            findings.Add("results that differ", $"Result {_at} is recorded as {Words(row)}; the samples give {Words(found)}.");
        }
    }

    static string Words(ResultRow row) => $"{row.Name} = {row.Value} {row.Unit} at {row.Seconds:0.0} s";
}
