using System.Runtime.InteropServices;
using System.Text;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributed
    {
        /// <summary>A small key-value store that processes meet at (Python's <c>torch.distributed.Store</c>). Safe to use from several threads.</summary>
        public abstract unsafe class Store : IDisposable
        {
            private TimeSpan _timeout;

            private protected Store(nint handle, TimeSpan timeout)
            {
                Handle = new DistributedHandle(handle, DistributedHandle.Kind.Store);
                _timeout = timeout;
            }

            internal DistributedHandle Handle { get; }

            /// <summary>How long <see cref="get"/> and <see cref="wait(IReadOnlyList{string}, TimeSpan?)"/> wait by default; Python's <c>timeout</c>.</summary>
            public TimeSpan Timeout => _timeout;

            /// <summary>Changes how long the store waits.</summary>
            public void set_timeout(TimeSpan timeout)
            {
                Run("set_timeout", native => NativeMethods.tl_store_set_timeout(native, Milliseconds(timeout)));
                _timeout = timeout;
            }

            /// <summary>Sets a key to text, stored as UTF-8.</summary>
            public void set(string key, string value)
            {
                ArgumentNullException.ThrowIfNull(value);
                set(key, Encoding.UTF8.GetBytes(value));
            }

            /// <summary>Sets a key to bytes.</summary>
            public void set(string key, byte[] value)
            {
                ArgumentNullException.ThrowIfNull(value);
                Run($"set(\"{key}\")", native =>
                {
                    using var name = Key(key);
                    fixed (byte* data = value)
                    {
                        return NativeMethods.tl_store_set(native, name.Pointer, data, value.Length);
                    }
                });
            }

            /// <summary>Waits for a key and gives its bytes.</summary>
            /// <exception cref="TorchDistributedException">The key did not come within the store's time-out.</exception>
            public byte[] get(string key)
            {
                byte[] result = [];
                Run($"get(\"{key}\")", native =>
                {
                    using var name = Key(key);
                    void* data;
                    long bytes;
                    int status = NativeMethods.tl_store_get(native, name.Pointer, &data, &bytes);
                    result = status == 0 ? TakeBytes(data, bytes) : [];
                    return status;
                });
                return result;
            }

            /// <summary>Puts a value in the place of another, in one step.</summary>
            /// <param name="key">The key.</param>
            /// <param name="expected_value">What has to be there; an empty text stands for no such key.</param>
            /// <param name="desired_value">What is put there then.</param>
            /// <returns>What is there afterwards.</returns>
            public byte[] compare_set(string key, string expected_value, string desired_value)
            {
                byte[] expected = Encoding.UTF8.GetBytes(expected_value);
                byte[] desired = Encoding.UTF8.GetBytes(desired_value);
                byte[] result = [];
                Run($"compare_set(\"{key}\")", native =>
                {
                    using var name = Key(key);
                    void* data;
                    long bytes;
                    fixed (byte* e = expected, d = desired)
                    {
                        int status = NativeMethods.tl_store_compare_set(native, name.Pointer, e, expected.Length, d, desired.Length, &data, &bytes);
                        result = status == 0 ? TakeBytes(data, bytes) : [];
                        return status;
                    }
                });
                return result;
            }

            /// <summary>Adds to a counter, which begins at 0, and gives the sum.</summary>
            public long add(string key, long amount)
            {
                long sum = 0;
                Run($"add(\"{key}\")", native =>
                {
                    using var name = Key(key);
                    long result;
                    int status = NativeMethods.tl_store_add(native, name.Pointer, amount, &result);
                    sum = result;
                    return status;
                });
                return sum;
            }

            /// <summary>Removes a key; true if it was there.</summary>
            public bool delete_key(string key)
            {
                bool deleted = false;
                Run($"delete_key(\"{key}\")", native =>
                {
                    using var name = Key(key);
                    byte result;
                    int status = NativeMethods.tl_store_delete(native, name.Pointer, &result);
                    deleted = result != 0;
                    return status;
                });
                return deleted;
            }

            /// <summary>How many keys there are; the store keeps some of its own.</summary>
            public long num_keys()
            {
                long count = 0;
                Run("num_keys", native =>
                {
                    long result;
                    int status = NativeMethods.tl_store_count(native, &result);
                    count = result;
                    return status;
                });
                return count;
            }

            /// <summary>Whether all keys are there, without waiting.</summary>
            public bool check(IReadOnlyList<string> keys)
            {
                ArgumentNullException.ThrowIfNull(keys);
                bool present = false;
                Run("check", native =>
                {
                    using var names = new Utf8Strings(keys);
                    byte result;
                    int status = NativeMethods.tl_store_check(native, names.Pointers, names.Length, &result);
                    present = result != 0;
                    return status;
                });
                return present;
            }

            /// <summary>Waits until all keys are there.</summary>
            /// <param name="keys">The keys.</param>
            /// <param name="timeout">How long; null for the store's own.</param>
            /// <exception cref="TorchDistributedException">One did not come in time.</exception>
            public void wait(IReadOnlyList<string> keys, TimeSpan? timeout = null)
            {
                ArgumentNullException.ThrowIfNull(keys);
                Run($"wait({string.Join(", ", keys)})", native =>
                {
                    using var names = new Utf8Strings(keys);
                    return NativeMethods.tl_store_wait(native, names.Pointers, names.Length, Milliseconds(timeout ?? _timeout));
                });
            }

            /// <summary>Closes the connection, and the server where this is one.</summary>
            public void Dispose()
            {
                Handle.Dispose();
                GC.SuppressFinalize(this);
            }

            internal static long Milliseconds(TimeSpan time) => (long)Math.Clamp(Math.Ceiling(time.TotalMilliseconds), 1, int.MaxValue);

            /// <summary>What the store is called in messages.</summary>
            private protected abstract string Describe();

            private void Run(string call, DistributedHandle.Body<int> body) => NativeError.Check(Handle.Use(body), $"{Describe()}.{call}");

            private static Utf8Argument Key(string key)
            {
                ArgumentException.ThrowIfNullOrEmpty(key);
                return new Utf8Argument(key);
            }

            private static byte[] TakeBytes(void* data, long bytes)
            {
                var result = new byte[bytes];
                Marshal.Copy((nint)data, result, 0, result.Length);
                NativeMethods.tl_free(data);
                return result;
            }
        }
    }
}
