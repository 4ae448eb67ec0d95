CREATE TABLE "document_keys" (
	"person_id" text NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "document_keys_person_id_hash_pk" PRIMARY KEY("person_id","hash")
);
--> statement-breakpoint
CREATE TABLE "document_searches" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"institution_id" text NOT NULL,
	"account" text NOT NULL,
	"purpose" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "document_keys_hash" ON "document_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "document_searches_institution" ON "document_searches" USING btree ("institution_id","at");