using CoinRig.Firmware;
using CoinRig.Supervision;

namespace CoinRig.LinkFuzz;

/// <summary>What a stretch of hostile bytes did to both ends.</summary>
/// <param name="Bytes">Bytes given to each end.</param>
/// <param name="GoodFrames">Frames among them that are good.</param>
/// <param name="StateChanges">How often the supervisor's state, limits or heartbeat changed.</param>
/// <param name="Allocated">Bytes that both ends allocated.</param>
/// <param name="Wrong">What must not be: a frame found or missed against the oracle, a change without a good frame.</param>
sealed record FuzzResult(long Bytes, long GoodFrames, long StateChanges, long Allocated, IReadOnlyList<string> Wrong);

/// <summary>Gives hostile bytes to the supervisor's whole end of the link, and to the gateway's decoder.</summary>
static class Fuzz
{
    /// <summary>So many bytes come in one loop of the supervisor.</summary>
    internal const int BytesOfALoop = 64;

    internal static FuzzResult Run(int count, int seed)
    {
        var bytes = HostileBytes.Make(count, seed);
        var ends = Oracle.EndsOfGoodFrames(bytes);
        var wrong = new List<string>();
        var changes = 0L;
        var (firmware, gateway, whole) = (new FrameDecoder(), new LinkDecoder(), new Supervised());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < bytes.Length; i++)
        {
            if (firmware.Take(bytes[i]) != ends[i] || gateway.Take(bytes[i]) != ends[i])
            {
                wrong.Add($"byte {i}: the oracle says {(ends[i] ? "a good frame" : "none")}, and a decoder says otherwise");
            }
            if (whole.Take(bytes[i]))
            {
                changes++;
                if (!ends[i])
                {
                    wrong.Add($"byte {i}: something changed without a good frame");
                }
            }
            if (i % BytesOfALoop == BytesOfALoop - 1)
            {
                whole.Loop();
            }
        }
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return new(bytes.Length, ends.Count(e => e), changes, allocated, wrong);
    }
}
