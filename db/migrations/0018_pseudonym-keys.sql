CREATE TABLE "pseudonym_keys" (
	"institution_id" text PRIMARY KEY NOT NULL,
	"wrapped_by" text NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
