namespace TorchSharp;

public static partial class torchtext
{
    public static partial class data
    {
        public static partial class functional
        {
            /// <summary>Each line's words between runs of white space (Python's <c>str.split()</c>).</summary>
            /// <param name="iterator">The lines.</param>
            public static IEnumerable<string[]> simple_space_split(IEnumerable<string> iterator)
            {
                ArgumentNullException.ThrowIfNull(iterator);
                return iterator.Select(PythonText.Split);
            }
        }
    }
}
