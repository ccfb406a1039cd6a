using System.Collections.Concurrent;
using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>The last valid value of each result that is in a run's file. Written by its recorder, read by its scan, without a lock on either way.</summary>
public sealed class CommittedResults : IRunResults
{
    readonly ConcurrentDictionary<string, double> _values = new();

    /// <summary>
    /// Called before a result is read, in virtual time: it brings the file up to what the scan has written, so that a seed gives the same run at any
    /// speed. Null in real time, where the scan waits for nobody.
    /// </summary>
    public Action? BeforeRead { get; set; }

    /// <inheritdoc/>
    public bool TryRead(string name, out double value)
    {
        BeforeRead?.Invoke();
        return _values.TryGetValue(name, out value);
    }

    /// <summary>Takes in a row that was committed. One that says that it is not valid, or is of an incomplete half cycle, is left out.</summary>
    public void Add(ResultRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (IsUsable(row))
        {
            _values[row.Name] = row.Value;
        }
    }

    static bool IsUsable(ResultRow row) => Says(row, "valid") && Says(row, "full");

    static bool Says(ResultRow row, string detail) => !(row.Details.TryGetValue(detail, out var value) && value is 0.0);
}
