using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CoinRig.Firmware.Tests;

/// <summary>
/// What an assembly has in it, by its metadata, and what that takes in flash: the metadata processor keeps IL and names, and 16 to 24 bytes
/// for each type, method and field (its record, its signature, its place in the tables).
/// </summary>
sealed record Metadata(int Types, int Methods, int Fields, int IlBytes, int NameBytes)
{
    const int BytesOfType = 24, BytesOfMethod = 24, BytesOfField = 12;

    /// <summary>Estimate of text and constant data, bytes.</summary>
    internal int FlashBytes => IlBytes + NameBytes + Types * BytesOfType + Methods * BytesOfMethod + Fields * BytesOfField;

    internal static Metadata Of(Stream image)
    {
        using var file = new PEReader(image);
        var reader = file.GetMetadataReader();
        var names = new HashSet<string>(reader.TypeDefinitions.Select(h => reader.GetString(reader.GetTypeDefinition(h).Name))
            .Concat(reader.MethodDefinitions.Select(h => reader.GetString(reader.GetMethodDefinition(h).Name)))
            .Concat(reader.FieldDefinitions.Select(h => reader.GetString(reader.GetFieldDefinition(h).Name))));
        var il = reader.MethodDefinitions.Select(h => reader.GetMethodDefinition(h).RelativeVirtualAddress).Where(a => a != 0)
            .Sum(a => file.GetMethodBody(a).GetILReader().Length);
        return new(reader.TypeDefinitions.Count, reader.MethodDefinitions.Count, reader.FieldDefinitions.Count, il, names.Sum(n => n.Length + 1));
    }
}
