using Torchlight.Generator.Schema;

namespace Torchlight.Generator.Catalog;

/// <summary>All operators of one libtorch: the committed file <c>Schemas/aten-VERSION.txt</c>, a schema a line.</summary>
internal sealed class SchemaDump
{
    private SchemaDump(Version version, IReadOnlyDictionary<string, FunctionSchema> schemas)
    {
        Version = version;
        Schemas = schemas;
    }

    public Version Version { get; }

    /// <summary>By full name, <c>aten::add.Tensor</c>.</summary>
    public IReadOnlyDictionary<string, FunctionSchema> Schemas { get; }

    /// <exception cref="FormatException">A line is no schema, or names an operator twice.</exception>
    public static SchemaDump Parse(Version version, IEnumerable<string> lines)
    {
        var schemas = new Dictionary<string, FunctionSchema>(StringComparer.Ordinal);
        foreach (string line in lines.Where(line => line.Length > 0))
        {
            FunctionSchema schema = DimensionNames.Restore(SchemaParser.Parse(line));
            if (!schemas.TryAdd(schema.FullName, schema))
            {
                throw new FormatException($"libtorch {version} names {schema.FullName} twice");
            }
        }

        return new SchemaDump(version, schemas);
    }

    /// <summary>The dumps in a folder, oldest first.</summary>
    public static IReadOnlyList<SchemaDump> ReadFolder(string folder)
    {
        const string prefix = "aten-";
        var dumps = Directory.EnumerateFiles(folder, prefix + "*.txt")
            .Select(path => Parse(Version.Parse(Path.GetFileNameWithoutExtension(path)[prefix.Length..]), File.ReadLines(path)))
            .OrderBy(dump => dump.Version)
            .ToList();
        return dumps.Count > 0 ? dumps : throw new FileNotFoundException($"{folder} holds no schema dump ({prefix}VERSION.txt)");
    }
}
