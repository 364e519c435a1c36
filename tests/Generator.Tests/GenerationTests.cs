using Torchlight.Generator;
using Torchlight.Generator.Catalog;
using Torchlight.Generator.Emit;

namespace Generator.Tests;

public class GenerationTests
{
    private static readonly Generation Whole = Generation.Run(Inputs.Folder);

    [Fact]
    public void No_operator_is_dropped_without_a_reason() => Assert.Empty(Whole.Problems);

    [Fact]
    public void The_committed_files_are_what_the_generator_writes() =>
        Assert.Empty(new GeneratedFolder(Path.Combine(Repository.Root, "Bindings", "Generated")).Differences(Whole.Files));

    [Fact]
    public void Every_operator_of_every_dump_is_a_method_or_has_a_reason()
    {
        string code = string.Concat(Whole.Files.Where(file => file.Path.StartsWith("Aten/", StringComparison.Ordinal)).Select(file => file.Text));
        Overrides overrides = Overrides.Parse(File.ReadLines(Path.Combine(Inputs.Folder, "overrides.tsv")));
        foreach (SchemaDump dump in SchemaDump.ReadFolder(Path.Combine(Inputs.Folder, "Schemas")))
        {
            Assert.All(dump.Schemas.Values, schema =>
            {
                string python = $"<c>torch.ops.aten.{schema.Name}.{(schema.Overload.Length == 0 ? "default" : schema.Overload)}</c>";
                Assert.True(code.Contains(python, StringComparison.Ordinal) || overrides.ReasonFor(schema.FullName) is not null, schema.FullName);
            });
        }
    }

    [Fact]
    public void Two_runs_write_the_same_bytes() => Assert.Equal(Whole.Files, Generation.Run(Inputs.Folder).Files);

    [Fact]
    public void A_folder_is_told_what_differs_and_brought_in_line()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("generated");
        try
        {
            var generated = new GeneratedFolder(folder.FullName);
            GeneratedFile[] files = [new("a.g.cs", "a\n"), new("sub/b.g.cs", "b\n")];
            File.WriteAllText(Path.Combine(folder.FullName, "old.g.cs"), "old\n");
            Assert.Equal(["a.g.cs", "old.g.cs", "sub/b.g.cs"], generated.Differences(files));
            Assert.Equal(3, generated.Write(files));
            Assert.Empty(generated.Differences(files));
            Assert.False(File.Exists(Path.Combine(folder.FullName, "old.g.cs")));
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
