using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>A type of TorchScript, such as <c>Tensor</c> or <c>List[int]</c>.</summary>
        public class Type : IDisposable
        {
            private readonly ScriptHandle? handle;

            /// <summary>A type without a native one behind it; there for derived types.</summary>
            protected Type()
            {
            }

            internal Type(ScriptHandle handle) => this.handle = handle;

            /// <summary>The type as Python writes it (Python's <c>annotation_str</c>).</summary>
            public string annotation_str => Describe().Annotation;

            /// <summary>What kind of type it is, such as <c>TensorType</c> or <c>ListType</c> (Python's <c>kind</c>).</summary>
            public string kind => Describe().Kind;

            internal ScriptHandle Handle => handle ?? throw new InvalidOperationException("this type has no native one behind it");

            /// <inheritdoc/>
            public override string ToString() => annotation_str;

            /// <summary>Gives the type back.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            internal static unsafe Type Of(ScriptHandle handle)
            {
                var type = new Type(handle);
                return type.kind == "TensorType" ? new TensorType(handle) : new DynamicType(handle);
            }

            /// <summary>What <see cref="Dispose()"/> does.</summary>
            /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (disposing)
                {
                    handle?.Dispose();
                }
            }

            private unsafe (string Annotation, string Kind) Describe()
            {
                using SharedHandle.Lease lease = Handle.Hold();
                byte* annotation, kindText;
                NativeError.Check(NativeMethods.tl_jit_type_text(lease.Native, &annotation, &kindText), "torch.jit.Type");
                return (ScriptCode.TakeText(annotation), ScriptCode.TakeText(kindText));
            }
        }
    }
}
