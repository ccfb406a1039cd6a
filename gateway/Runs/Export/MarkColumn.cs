using System.Globalization;
using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>The marks of a run beside its samples: each stands in the first row that is not before it, or in the last row, with its own time.</summary>
/// <param name="marks">The marks, in the order of their times.</param>
/// <param name="lastSequence">The number of the last sample.</param>
sealed class MarkColumn(IReadOnlyList<Mark> marks, long lastSequence)
{
    int _next;

    /// <summary>Whether there are none in the whole run.</summary>
    internal bool IsEmpty => marks.Count == 0;

    /// <summary>The marks since the row before: "AFM image 12 starts @ 612.04 s", several with semicolons between them.</summary>
    internal string Until(in Sample sample)
    {
        var first = _next;
        while (_next < marks.Count && (marks[_next].Nanoseconds <= sample.VoltageNanoseconds || sample.Sequence == lastSequence))
        {
            _next++;
        }
        return _next == first ? "" : string.Join("; ", marks.Skip(first).Take(_next - first)
            .Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Text} @ {m.Nanoseconds / 1e9:0.#########} s")));
    }
}
