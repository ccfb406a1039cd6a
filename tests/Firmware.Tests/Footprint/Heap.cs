using System.Reflection;

namespace CoinRig.Firmware.Tests;

/// <summary>What a graph of objects takes in nanoFramework's heap, whose blocks are 12 bytes: one for an object and one for each field; two for an array, and its elements.</summary>
static class Heap
{
    const int BlockBytes = 12;

    internal static (int Objects, int Bytes) Of(params object[] roots)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var left = new Stack<object>(roots);
        var bytes = 0;
        while (left.TryPop(out var item))
        {
            if (!seen.Add(item))
            {
                continue;
            }
            bytes += item is Array array ? OfArray(array) : BlockBytes * (1 + FieldsOf(item.GetType()).Count());
            var inside = item is object[] objects ? objects.AsEnumerable() : item is Array ? [] : FieldsOf(item.GetType()).Where(f => !f.FieldType.IsValueType).Select(f => f.GetValue(item));
            foreach (var next in inside.OfType<object>())
            {
                left.Push(next);
            }
        }
        return (seen.Count, bytes);
    }

    static int OfArray(Array array)
    {
        var element = array is object[] ? BlockBytes : System.Runtime.InteropServices.Marshal.SizeOf(array.GetType().GetElementType() == typeof(bool) ? typeof(byte) : array.GetType().GetElementType()!);
        return 2 * BlockBytes + (array.Length * element + BlockBytes - 1) / BlockBytes * BlockBytes;
    }

    static IEnumerable<FieldInfo> FieldsOf(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
}
